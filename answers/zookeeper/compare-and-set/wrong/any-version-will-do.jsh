// caught by: every-write-builds-on-the-last
// Version -1 overwrites whatever others have written meanwhile.
void increment(String path) throws Exception {
    int seen = Integer.parseInt(new String(zk.getData(path, false, null)));
    zk.setData(path, Integer.toString(seen + 1).getBytes(), -1);
}
