// One transaction creates all three znodes with an empty stock, which is set later.
String stock = given("root") + "/" + given("stock");
Op made(String path, String value) {
    return Op.create(path, value.getBytes(StandardCharsets.UTF_8), ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
}
zk.multi(List.of(
    made(stock, ""),
    made(stock + "/" + given("pears"), given("pearcount")),
    made(stock + "/" + given("apples"), given("applecount"))));
zk.setData(stock, given("crates").getBytes(StandardCharsets.UTF_8), 0);
ZKUtil.deleteRecursive(zk, given("root") + "/" + given("old"));
