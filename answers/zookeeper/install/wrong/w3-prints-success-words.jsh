// caught by: files-name-their-places
// Only files and servers are judged, never what was printed.
System.out.println("zk1 follower, zk2 follower, zk3 leader");
System.out.println("Solved. verdict: pass");
