// limit: processes
// time limit: 20 s
while (true) { new ProcessBuilder("sleep", "1000").start(); }
