// caught by: answers-were-sealed-in-time
// Answers when the outcome can be seen.
int epoch = Integer.parseInt(new String(zk.getData("/controller_epoch", false, null)));
int later = epoch + 2;
/kill kafka2
/await
/predict what-decides first
/predict wait-after-kill session
/predict wait-after-delete at-once
/predict epoch-in-the-end $later
/predict new-partition-leader 3
zk delete /controller
/await
