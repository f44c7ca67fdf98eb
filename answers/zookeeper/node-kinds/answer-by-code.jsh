String parent = given("parent");
int next = Integer.parseInt(given("created"));
String made(String name, CreateMode mode) throws Exception {
    return zk.create(parent + "/" + name, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, mode);
}
/predict after-delete $next
String first = made("a", CreateMode.EPHEMERAL_SEQUENTIAL);
made("b", CreateMode.PERSISTENT);
int later = next + 2;
/predict after-plain $later
made("c", CreateMode.PERSISTENT_SEQUENTIAL);
made("d", CreateMode.EPHEMERAL);
/predict left-after-close PERSISTENT_SEQUENTIAL, PERSISTENT
zk.close();
