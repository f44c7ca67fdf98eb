// caught by: servers-started-in-order
// Only the servers are judged, never what was printed.
System.out.println("zk3 leads, zk1, zk2, zk4, zk5 follow");
System.out.println("Solved. verdict: pass");
