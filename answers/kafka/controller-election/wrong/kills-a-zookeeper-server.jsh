// caught by: controller-was-killed
// Believes that ZooKeeper's own leader is the controller.
int epoch = Integer.parseInt(new String(zk.getData("/controller_epoch", false, null)));
int later = epoch + 2;
/predict what-decides first
/predict wait-after-kill session
/predict wait-after-delete at-once
/predict epoch-in-the-end $later
/predict new-partition-leader 3
/kill zk3
/await
zk delete /controller
/await
