package quorumbook.labs.cluster.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.cluster.PortClaim;

/** The claims of this JVM on ports that were chosen elsewhere: as many clusters as were given a port may hold it. */
final class SharedClaims {
    private static final Map<Integer, Held> HELD = new HashMap<>();

    private SharedClaims() {}

    private record Held(PortClaim claim, int holders) {}

    /** Tells whether the port is ours now. */
    static synchronized boolean take(int port) {
        Held held = HELD.get(port);
        if (held != null) {
            HELD.put(port, new Held(held.claim(), held.holders() + 1));
            return true;
        }
        Optional<PortClaim> claim = PortClaim.on(port);
        claim.ifPresent(first -> HELD.put(port, new Held(first, 1)));
        return claim.isPresent();
    }

    static synchronized void giveBack(int port) {
        HELD.computeIfPresent(port, (number, held) -> {
            if (held.holders() > 1) {
                return new Held(held.claim(), held.holders() - 1);
            }
            held.claim().close();
            return null;
        });
    }
}
