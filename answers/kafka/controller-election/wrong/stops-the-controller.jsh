// caught by: controller-was-killed
// A clean stop is no failure: the session is closed, nobody has to find out.
int epoch = Integer.parseInt(new String(zk.getData("/controller_epoch", false, null)));
int later = epoch + 2;
/predict what-decides first
/predict wait-after-kill session
/predict wait-after-delete at-once
/predict epoch-in-the-end $later
/predict new-partition-leader 3
/stop kafka2
/await
zk delete /controller
/await
