package quorumbook.labs.fault;

import java.time.Duration;

/**
 * How a ZooKeeper client came by a link: what it asked for and what it got.
 *
 * @param asked the session that it wanted to go on with, 0 for a new one
 * @param granted the session that it got, 0 if it was told that its own has expired
 * @param timeout as the server decided it
 * @param password with which somebody else can go on with the session too
 */
public record Handshake(long asked, long granted, Duration timeout, byte[] password) {
    public Handshake {
        password = password.clone();
    }

    @Override
    public byte[] password() {
        return password.clone();
    }

    /** Whether the client came back to the session that it had. */
    public boolean isReturnTo(long session) {
        return asked == session && granted == session;
    }

    /** Whether the client was told that this session has expired. */
    public boolean isExpiryOf(long session) {
        return asked == session && granted == 0;
    }
}
