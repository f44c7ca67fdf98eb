// limit: compilation
// time limit: 60 s
@MANY_LINES@
