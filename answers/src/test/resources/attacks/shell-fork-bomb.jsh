// limit: processes or time
// time limit: 5 s
new ProcessBuilder("sh", "-c", "bomb() { bomb | bomb & }; bomb; sleep 1000").start().waitFor()
