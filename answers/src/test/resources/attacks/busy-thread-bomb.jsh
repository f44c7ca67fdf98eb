// limit: time
// time limit: 5 s
for (int i = 0; i < 100; i++) { new Thread(() -> { while (true) { } }).start(); }
while (true) { }
