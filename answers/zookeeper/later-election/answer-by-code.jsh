// Killed or stopped, a server that is down misses what is written. The answers may come when zk3 has failed.
/start zk3 zk2 zk1
/await
/start zk5
/start zk4
/await
String ledger = given("ledger");
void create(String value) throws Exception {
    zk.create(ledger, value.getBytes(), ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
}
create("first");
zk.delete(ledger, -1);
/await
/kill zk5
/kill zk4
/await
// Its server may be one of those that were killed: then the client has to find another one first.
boolean written() throws Exception {
    try {
        create(given("news"));
        return true;
    } catch (KeeperException.ConnectionLossException lost) {
        return false;
    } catch (KeeperException.NodeExistsException writtenBefore) {
        return true;
    }
}
while (!written()) Thread.sleep(10);
/stop zk3
/await
/predict next-leader 4
/predict next-leader server 2
/predict between-1-and-2 myid
/predict between-2-and-4 ZXID
/start zk4
