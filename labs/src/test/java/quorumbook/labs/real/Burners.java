package quorumbook.labs.real;

import java.util.List;
import java.util.stream.IntStream;

/** Takes the machine away: many more threads compute than there are processors. */
final class Burners implements AutoCloseable {
    /** Twice as many as make a silence say nothing. */
    private static final int FOR_EACH_PROCESSOR = 16;

    private final List<Thread> threads;
    private volatile boolean over;

    private Burners() {
        int all = FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
        threads = IntStream.range(0, all)
                .mapToObj(number -> new Thread(this::burn, "burner-" + number))
                .toList();
    }

    static Burners start() {
        Burners burners = new Burners();
        burners.threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
        return burners;
    }

    private void burn() {
        while (!over) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
