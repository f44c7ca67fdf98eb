package quorumbook.labs.cluster.process;

import java.util.concurrent.CountDownLatch;

/** A server that does nothing, for ever. */
public final class Sleeper {
    private Sleeper() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("up");
        new CountDownLatch(1).await();
    }
}
