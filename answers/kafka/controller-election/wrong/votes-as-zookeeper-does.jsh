// caught by: you-know-who-is-next
// Believes that brokers vote as ZooKeeper's servers do.
int epoch = Integer.parseInt(new String(zk.getData("/controller_epoch", false, null)));
int later = epoch + 2;
/predict what-decides zxid
/predict wait-after-kill session
/predict wait-after-delete at-once
/predict epoch-in-the-end $later
/predict new-partition-leader 3
/kill kafka2
/await
zk delete /controller
/await
