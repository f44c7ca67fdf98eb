// limit: compilation
// time limit: 120 s
@SLOW_TO_COMPILE@
