package quorumbook.agent;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * What the learner's code says to whoever runs it. Synchronous, so that the other side can let things happen between two
 * lines of a program: it goes on when the report was taken in.
 */
public final class Reports {
    private static final BlockingQueue<byte[]> LEAVING = new LinkedBlockingQueue<>();
    // One report at a time: guards number, and the order of reports is that of their numbers.
    private static final ReentrantLock TURN = new ReentrantLock(true);
    private static int number;
    private static volatile Optional<Awaited> awaited = Optional.empty();

    private record Awaited(int number, CountDownLatch heard) {}

    private Reports() {}

    /** By a thread of ours: one of the learner's may be stopped in the middle of a frame. */
    static void goTo(Consumer<byte[]> channel) {
        Thread sender = new Thread(
                () -> {
                    try {
                        while (true) {
                            channel.accept(LEAVING.take());
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "quorumbook-reports");
        sender.setDaemon(true);
        sender.start();
    }

    /** Returns once it was taken in; an interrupt is kept for later. */
    public static void report(String what, String value) {
        TURN.lock();
        try {
            number++;
            Awaited receipt = new Awaited(number, new CountDownLatch(1));
            awaited = Optional.of(receipt);
            LEAVING.add(new Reported(number, String.valueOf(what), String.valueOf(value)).bytes());
            await(receipt.heard());
        } finally {
            TURN.unlock();
        }
    }

    static void heard(byte[] receipt) {
        int heard = Reported.number(receipt);
        awaited.filter(each -> each.number() == heard)
                .ifPresent(each -> each.heard().countDown());
    }

    private static void await(CountDownLatch heard) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    heard.await();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
