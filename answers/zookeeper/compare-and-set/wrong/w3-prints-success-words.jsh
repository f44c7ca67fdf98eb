// caught by: every-write-builds-on-the-last
// What a copy prints is not judged, and nothing was written: increments that do nothing are no increments.
void increment(String path) throws Exception {
    System.out.println("\u2713 all checks passed");
    zk.setData(path, "100".getBytes(), -1);
}
