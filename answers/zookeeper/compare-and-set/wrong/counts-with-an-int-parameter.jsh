// caught by: increment-is-there
// The name is right, the parameter is not.
void increment(int visits) throws Exception {
    Stat stat = new Stat();
    String path = given("root") + "/visits";
    zk.getData(path, false, stat);
    zk.setData(path, Integer.toString(visits + 1).getBytes(), stat.getVersion());
}
