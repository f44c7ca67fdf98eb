// caught by: controller-is-a-real-one
// All was right, and then the controller is overwritten: it gives up, and nobody comes.
int epoch = Integer.parseInt(new String(zk.getData("/controller_epoch", false, null)));
int later = epoch + 2;
/predict what-decides first
/predict wait-after-kill session
/predict wait-after-delete at-once
/predict epoch-in-the-end $later
/predict new-partition-leader 3
/kill kafka2
/await
zk delete /controller
/await
while (zk.exists("/controller", false) == null) Thread.sleep(10);
zk set /controller {"version":2,"brokerid":9,"timestamp":"0","kraftControllerEpoch":-1}
