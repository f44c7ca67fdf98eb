// caught by: deleted-by-hand
// In one transaction the znode is replaced by a copy: the right words, and no broker behind it.
int epoch = Integer.parseInt(new String(zk.getData("/controller_epoch", false, null)));
int later = epoch + 2;
/predict what-decides first
/predict wait-after-kill session
/predict wait-after-delete at-once
/predict epoch-in-the-end $later
/predict new-partition-leader 3
/kill kafka2
/await
byte[] words = zk.getData("/controller", false, null);
Op away = Op.delete("/controller", -1);
Op copy = Op.create("/controller", words, ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL);
zk.multi(List.of(away, copy));
