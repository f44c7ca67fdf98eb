// caught by: another-took-over
// Does not wait for the session of the dead broker to end.
int epoch = Integer.parseInt(new String(zk.getData("/controller_epoch", false, null)));
int later = epoch + 2;
/predict what-decides first
/predict wait-after-kill session
/predict wait-after-delete at-once
/predict epoch-in-the-end $later
/predict new-partition-leader 3
/kill kafka2
zk delete /controller
/await
zk delete /controller
/await
