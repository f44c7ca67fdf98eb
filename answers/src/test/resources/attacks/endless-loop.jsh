// limit: time
// time limit: 2 s
while (true) { }
