package quorumbook.labs.real;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.zookeeper.ZooKeeper;
import quorumbook.labs.program.Program;
import quorumbook.labs.program.Programs;
import quorumbook.labs.program.Reach;
import quorumbook.labs.program.Report;

/** Programs written in Java, each a thread with a ZooKeeper client of its own; what is killed is interrupted and never speaks again. */
final class InThisJvm implements Programs {
    private final Work work;
    private final Clock clock;

    InThisJvm(Work work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    @FunctionalInterface
    interface Work {
        void run(ZooKeeper zk, String lock, BiConsumer<String, String> report) throws Exception;
    }

    @Override
    public Program start(String client, Reach reach, String call, Consumer<Report> sink) {
        String lock = call.substring(call.indexOf('"') + 1, call.lastIndexOf('"'));
        Running running = new Running(client);
        running.thread = new Thread(() -> running.run(lock, reach, sink), client);
        running.thread.setDaemon(true);
        running.thread.start();
        return running;
    }

    private final class Running implements Program {
        private final String client;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile Optional<End> end = Optional.empty();
        private volatile Optional<ZooKeeper> zk = Optional.empty();
        private volatile boolean killed;
        private Thread thread = Thread.currentThread();

        Running(String client) {
            this.client = client;
        }

        void run(String lock, Reach reach, Consumer<Report> sink) {
            try {
                CountDownLatch connected = new CountDownLatch(1);
                ZooKeeper opened = new ZooKeeper(reach.connectString(), 10_000, event -> connected.countDown());
                zk = Optional.of(opened);
                connected.await(5, TimeUnit.SECONDS);
                work.run(opened, lock, (what, value) -> {
                    if (!killed) {
                        sink.accept(new Report(clock.instant(), client, what, value));
                    }
                });
                end = Optional.of(new End.Returned(""));
            } catch (Exception | Error e) {
                end = Optional.of(new End.Threw(e.getClass().getSimpleName()));
            }
            ended.countDown();
        }

        @Override
        public String client() {
            return client;
        }

        @Override
        public long pid() {
            return ProcessHandle.current().pid();
        }

        @Override
        public Optional<End> end() {
            return end;
        }

        @Override
        public Optional<End> awaitEnd(Duration patience) throws InterruptedException {
            ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            return end;
        }

        @Override
        public String printed() {
            return "";
        }

        @Override
        public void kill() {
            killed = true;
            thread.interrupt();
        }

        @Override
        public void pause() {
            throw new UnsupportedOperationException("threads are not frozen");
        }

        @Override
        public void resume() {
            throw new UnsupportedOperationException("threads are not frozen");
        }

        @Override
        public void close() {
            killed = true;
            thread.interrupt();
            try {
                if (zk.isPresent()) {
                    zk.get().close(1000);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
