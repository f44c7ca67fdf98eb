// limit: output
// time limit: 30 s
while (true) { System.out.println("flood ".repeat(200)); }
