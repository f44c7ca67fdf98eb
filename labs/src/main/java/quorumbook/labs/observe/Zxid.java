package quorumbook.labs.observe;

/**
 * ZooKeeper's transaction id: the leader's epoch in the high 32 bits, a counter in the low 32 (ZooKeeper Internals,
 * "Guarantees, Properties, and Definitions").
 */
public record Zxid(int epoch, int counter) implements Comparable<Zxid> {
    public static Zxid of(long bits) {
        return new Zxid((int) (bits >>> 32), (int) bits);
    }

    public long bits() {
        return ((long) epoch << 32) | (counter & 0xffffffffL);
    }

    @Override
    public int compareTo(Zxid other) {
        return Long.compareUnsigned(bits(), other.bits());
    }

    @Override
    public String toString() {
        return "0x" + Long.toHexString(bits());
    }
}
