// caught by: topic-has-its-shape
// An exit status says nothing of the cluster.
System.exit(0);
