// Read who is the controller, wait for another one, and remove the znode only if it is the one that was read.
String controller() throws Exception {
    return new String(zk.getData("/controller", false, null));
}
int epoch() throws Exception {
    return Integer.parseInt(new String(zk.getData("/controller_epoch", false, null)));
}
String first = controller();
int last = epoch() + 2;
/predict epoch-in-the-end 1
/predict epoch-in-the-end $last
/predict what-decides FIRST
/predict new-partition-leader kafka3
/predict wait-after-delete now
/predict wait-after-kill session-timeout
/kill kafka2
boolean replaced() throws Exception {
    try {
        return !controller().equals(first);
    } catch (KeeperException.NoNodeException between) {
        return false;
    }
}
while (!replaced()) Thread.sleep(10);
zk.delete("/controller", zk.exists("/controller", false).getVersion());
while (zk.exists("/controller", false) == null) Thread.sleep(10);
// Back again, it is a broker like the others.
/start kafka2
/await
