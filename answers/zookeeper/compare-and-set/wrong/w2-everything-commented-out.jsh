// caught by: increment-is-there
// Nothing of it is run.
// void increment(String path) throws Exception {
//     Stat stat = new Stat();
//     int seen = Integer.parseInt(new String(zk.getData(path, false, stat)));
//     zk.setData(path, Integer.toString(seen + 1).getBytes(), stat.getVersion());
// }
