package quorumbook.labs.history;

/**
 * One znode as a client saw it.
 *
 * @param data its bytes as UTF-8; empty text for none
 * @param ephemeralOwner the id of the session that owns it, 0 for a persistent one; the high byte marks containers and TTL
 *     nodes (org.apache.zookeeper.server.EphemeralType)
 */
public record Znode(
        String path,
        String data,
        long czxid,
        long mzxid,
        long pzxid,
        int dataVersion,
        int childrenVersion,
        int aclVersion,
        long ephemeralOwner) {}
