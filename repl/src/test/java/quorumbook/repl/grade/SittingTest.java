package quorumbook.repl.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quorumbook.labs.Patience;
import quorumbook.labs.await.Pace;
import quorumbook.repl.desk.Conversation;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Status;
import quorumbook.repl.page.Suggestion;

class SittingTest {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Lines lines = new Lines();

    private static Patience fair() {
        return Patience.begin(() -> Duration.ZERO);
    }

    /** On a machine that gives nobody anything. */
    private static Patience starved() {
        return Patience.begin(() -> Duration.ZERO, Pace.by(new Busy()));
    }

    @AfterEach
    void stopTheClock() {
        clock.shutdownNow();
    }

    @Test
    void anInputThatHangsIsStoppedAndTheNextIsRun() {
        Sitting sitting = new Sitting(lines, clock, Limits.usual(), SittingTest::fair);

        sitting.run("// time limit: 1 s\nhang\nnext");

        assertThat(lines.done).containsExactly("hang, stopped", "next");
        assertThat(sitting.broken()).containsExactly("limit: time (stopped after 1 s: hang)");
    }

    @Test
    void aLimitThatIsReachedOnAStarvedMachineSaysNothing() {
        Sitting sitting = new Sitting(lines, clock, Limits.usual(), SittingTest::starved);
        Sitting whole =
                new Sitting(new Lines(), clock, Limits.usual().withWhole(Duration.ofSeconds(1)), SittingTest::starved);

        sitting.run("// time limit: 1 s\nhang\nnext");
        whole.run("hang\nnext");

        assertThat(sitting.doubt()).get().asString().startsWith("the machine is too busy");
        assertThat(whole.doubt()).get().asString().startsWith("the machine is too busy");
    }

    @Test
    void anInputThatHangsOnAMachineThatIsStarvedForAWhileIsStoppedAllTheSame() {
        Sitting sitting = new Sitting(
                lines, clock, Limits.usual(), () -> Patience.begin(() -> Duration.ZERO, Pace.by(new BusyAtFirst())));

        sitting.run("// time limit: 1 s\nhang\nnext");

        assertThat(sitting.doubt()).isEmpty();
        assertThat(sitting.broken())
                .singleElement()
                .asString()
                .matches("limit: time \\(stopped after [234] s: hang\\)");
    }

    @Test
    void aStarvedMachineOnWhichNoLimitIsReachedCastsNoDoubt() {
        Sitting sitting = new Sitting(lines, clock, Limits.usual(), SittingTest::starved);

        sitting.run("one\ntwo");

        assertThat(sitting.doubt()).isEmpty();
    }

    @Test
    void aSubmissionThatTakesTooLongIsEndedWhateverItSaysOfItself() {
        Sitting sitting = new Sitting(lines, clock, Limits.usual().withWhole(Duration.ofSeconds(1)), SittingTest::fair);

        sitting.run("// time limit: 9999 s\nhang\nnext");

        assertThat(lines.done).containsExactly("hang, stopped");
        assertThat(sitting.broken()).containsExactly("limit: time (the submission was ended after 1 s)");
    }

    @Test
    void nothingIsRunAnyMoreOnceItIsEnded() {
        Sitting sitting = new Sitting(lines, clock, Limits.usual(), SittingTest::fair);
        lines.after = () -> sitting.end("limit: output (enough)");

        sitting.run("one\ntwo");

        assertThat(lines.done).containsExactly("one");
        assertThat(sitting.broken()).containsExactly("limit: output (enough)");
    }

    /** Nobody computes at first, and everybody later. */
    private static final class BusyAtFirst implements Pace.Clocks {
        private static final int FREE_AFTER = 10;
        private static final long LOOK = Duration.ofMillis(600).toNanos();

        private long now;
        private long cpu;
        private int looks;

        @Override
        public synchronized long nanos() {
            now += LOOK;
            looks++;
            cpu += looks > FREE_AFTER ? LOOK : 0;
            return now;
        }

        @Override
        public synchronized long cpuNanos() {
            return cpu;
        }
    }

    /** Each look at it takes a second, and nobody computes meanwhile. */
    private static final class Busy implements Pace.Clocks {
        private long now;

        @Override
        public synchronized long nanos() {
            now += Duration.ofSeconds(1).toNanos();
            return now;
        }

        @Override
        public long cpuNanos() {
            return 0;
        }
    }

    /** Does what each line says. */
    private static final class Lines implements Conversation {
        final List<String> done = new ArrayList<>();
        Runnable after = () -> {};
        private final CountDownLatch interrupted = new CountDownLatch(1);

        @Override
        public Turn submit(String input) {
            if (input.equals("hang")) {
                try {
                    interrupted.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                done.add("hang, stopped");
            } else {
                done.add(input);
            }
            after.run();
            return Turn.DONE;
        }

        @Override
        public void interrupt() {
            interrupted.countDown();
        }

        @Override
        public String prompt() {
            return "> ";
        }

        @Override
        public Optional<String> offered() {
            return Optional.empty();
        }

        @Override
        public boolean isUnfinished(String input) {
            return false;
        }

        @Override
        public Language language(String input) {
            return Language.JAVA;
        }

        @Override
        public List<Suggestion> complete(String input, int cursor) {
            return List.of();
        }

        @Override
        public Optional<Page> explain(String input, int cursor) {
            return Optional.empty();
        }

        @Override
        public Status status() {
            return new Status("", List.of());
        }
    }
}
