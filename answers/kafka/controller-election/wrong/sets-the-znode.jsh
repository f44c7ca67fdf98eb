// caught by: deleted-by-hand
// Writes the name of a successor in place of deleting: nobody is elected.
int epoch = Integer.parseInt(new String(zk.getData("/controller_epoch", false, null)));
int later = epoch + 2;
/predict what-decides first
/predict wait-after-kill session
/predict wait-after-delete at-once
/predict epoch-in-the-end $later
/predict new-partition-leader 3
/kill kafka2
/await
zk set /controller {"version":2,"brokerid":9,"timestamp":"0","kraftControllerEpoch":-1}
