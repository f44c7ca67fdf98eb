// caught by: you-foretold-the-epoch
// Believes that the epoch belongs to the cluster, not to the reign.
int epoch = Integer.parseInt(new String(zk.getData("/controller_epoch", false, null)));
int later = epoch + 2;
/predict what-decides first
/predict wait-after-kill session
/predict wait-after-delete at-once
/predict epoch-in-the-end $epoch
/predict new-partition-leader 3
/kill kafka2
/await
zk delete /controller
/await
