// caught by: you-foretold-the-leader
// Does not look at the order of the replicas.
int epoch = Integer.parseInt(new String(zk.getData("/controller_epoch", false, null)));
int later = epoch + 2;
/predict what-decides first
/predict wait-after-kill session
/predict wait-after-delete at-once
/predict epoch-in-the-end $later
/predict new-partition-leader 1
/kill kafka2
/await
zk delete /controller
/await
