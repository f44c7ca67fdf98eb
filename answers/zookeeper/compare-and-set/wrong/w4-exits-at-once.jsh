// caught by: increment-is-there
// An exit status says nothing of the cluster.
System.exit(0);
