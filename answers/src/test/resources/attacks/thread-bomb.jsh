// limit: processes
// time limit: 30 s
while (true) { new Thread(() -> { while (true) { try { Thread.sleep(1_000_000); } catch (InterruptedException e) { } } }).start(); }
