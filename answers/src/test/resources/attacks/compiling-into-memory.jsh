// limit: compilation
// time limit: 60 s
@LARGE_TO_COMPILE@
