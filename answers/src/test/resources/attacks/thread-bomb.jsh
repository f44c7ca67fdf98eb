// limit: processes
// time limit: 20 s
while (true) { new Thread(() -> { while (true) { } }).start(); }
