// caught by: root-was-kept
// In Java: the same znode by name, another one by its czxid.
ZKUtil.deleteRecursive(zk, given("root"));
zk.create(given("root"), "open".getBytes(), ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
zk create $root/$stock
zk create $root/$stock/$apples $applecount
zk create $root/$stock/$pears $pearcount
zk set $root/$stock "$crates"
zk deleteall $root/$old
