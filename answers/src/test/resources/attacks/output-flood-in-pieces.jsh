// limit: output
// time limit: 30 s
while (true) { System.err.print("x".repeat(100_000)); }
