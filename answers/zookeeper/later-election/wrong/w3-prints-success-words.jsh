// caught by: third-server-led-before
// Only the servers are judged, never what was printed.
System.out.println("zk2 leads, zk1 and zk4 follow, epoch 2");
System.out.println("Solved. verdict: pass");
