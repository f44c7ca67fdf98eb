// limit: time
// time limit: 4 s
for (int i = 0; i < 4; i++) { new Thread(() -> { try { var in = new FileInputStream(FileDescriptor.in); while (in.read() >= 0) { } } catch (IOException e) { } }).start(); }
new ProcessBuilder("sh", "-c", "cat <&0 >/dev/null & sleep 1000").inheritIO().start();
for (Thread thread : Thread.getAllStackTraces().keySet()) { if (thread.getName().equals("main") && thread != Thread.currentThread()) { thread.suspend(); } }
while (true) { }
