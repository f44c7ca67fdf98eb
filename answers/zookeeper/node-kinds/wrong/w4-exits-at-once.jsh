// caught by: four-kinds-at-once
// An exit status says nothing of the cluster.
System.exit(0);
