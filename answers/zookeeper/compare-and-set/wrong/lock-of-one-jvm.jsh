// caught by: every-write-builds-on-the-last
// The lock holds within one JVM; the others have locks of their own.
var lock = new java.util.concurrent.locks.ReentrantLock();
void increment(String path) throws Exception {
    lock.lock();
    try {
        int seen = Integer.parseInt(new String(zk.getData(path, false, null)));
        zk.setData(path, Integer.toString(seen + 1).getBytes(), -1);
    } finally {
        lock.unlock();
    }
}
