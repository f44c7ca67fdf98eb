// Whatever it ends or interrupts is its own.
for (Thread thread : Thread.getAllStackTraces().keySet()) { if (thread.getName().equals("quorumbook-commands")) { thread.interrupt(); } }
new ProcessBuilder("sh", "-c", "kill -9 1; kill -9 -1; kill -ABRT 1").start().waitFor();
Thread.sleep(500);
