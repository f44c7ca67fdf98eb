// caught by: deleted-by-hand
// Makes room for the next controller by a clean stop: that is no deletion while its broker lives.
int epoch = Integer.parseInt(new String(zk.getData("/controller_epoch", false, null)));
int later = epoch + 2;
/predict what-decides first
/predict wait-after-kill session
/predict wait-after-delete at-once
/predict epoch-in-the-end $later
/predict new-partition-leader 3
/kill kafka2
/await
String second = new String(zk.getData("/controller", false, null)).replaceFirst(".*\"brokerid\":(\\d).*", "kafka$1");
/stop $second
/await
