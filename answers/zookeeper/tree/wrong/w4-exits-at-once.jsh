// caught by: tree-has-its-znodes
// An exit status says nothing of the cluster.
System.exit(0);
