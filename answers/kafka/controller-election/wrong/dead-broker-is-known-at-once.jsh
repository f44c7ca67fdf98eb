// caught by: you-foretold-the-waits
// Believes that ZooKeeper knows at once who has died.
int epoch = Integer.parseInt(new String(zk.getData("/controller_epoch", false, null)));
int later = epoch + 2;
/predict what-decides first
/predict wait-after-kill at-once
/predict wait-after-delete at-once
/predict epoch-in-the-end $later
/predict new-partition-leader 3
/kill kafka2
/await
zk delete /controller
/await
