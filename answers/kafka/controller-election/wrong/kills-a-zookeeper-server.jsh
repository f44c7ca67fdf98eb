// caught by: controller-was-killed
// The number in /controller is that of a broker; the server of ZooKeeper that bears it too is another one.
int epoch = Integer.parseInt(new String(zk.getData("/controller_epoch", false, null)));
int later = epoch + 2;
/predict what-decides first
/predict wait-after-kill session
/predict wait-after-delete at-once
/predict epoch-in-the-end $later
/predict new-partition-leader 3
/kill zk2
/await
zk delete /controller
/await
