package quorumbook.labs.cluster;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Tests that share one cluster of one shape; each leaves it whole. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OnShape {
    private final String runtime;
    private final ClusterSpec shape;
    private @Nullable Rig rig;

    OnShape(String runtime, ClusterSpec shape) {
        this.runtime = runtime;
        this.shape = shape;
    }

    @BeforeAll
    void launch() {
        rig = new Rig(runtime, shape);
    }

    @AfterAll
    void close() {
        if (rig != null) {
            rig.close();
        }
    }

    Rig rig() {
        if (rig == null) {
            throw new IllegalStateException("not launched");
        }
        return rig;
    }

    Cluster cluster() {
        return rig().cluster;
    }
}
