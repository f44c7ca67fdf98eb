package quorumbook.repl.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import quorumbook.labs.Lab;
import quorumbook.labs.cell.Cells;
import quorumbook.labs.cell.Limit;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.Run;
import quorumbook.repl.engine.Evaluation;
import quorumbook.repl.engine.Failure;
import quorumbook.repl.engine.Output;
import quorumbook.repl.engine.Result;
import quorumbook.repl.engine.Settings;
import quorumbook.repl.jvm.CellGround;

/** Where one stranger's submission runs, and what it has run into. */
final class Sandbox {
    /** What is kept of what a submission prints, for whoever reads its transcript. */
    private static final long MOST_CHARACTERS = 1 << 20;

    private static final Pattern NO_MORE_PROCESSES = Pattern.compile(
            "unable to create (new )?native thread|Resource temporarily unavailable|process/resource limits reached"
                    + "|error=11\\b");
    private static final Pattern NO_SPACE =
            Pattern.compile("No space left on device|File too large|Disk quota exceeded|Read-only file system");

    private final CellGround ground;
    private final Settings settings;
    private final Set<Limit> seen = new ConcurrentSkipListSet<>();

    Sandbox(Cells cells, Run run) {
        this.ground = new CellGround(cells, run);
        this.settings = Settings.of(ClassPaths.learner()).on(ground, cells.java(run));
    }

    CellGround ground() {
        return ground;
    }

    Settings settings() {
        return settings;
    }

    /** Why that exercise cannot be graded in a sandbox, if it cannot. */
    static Optional<String> refusal(Lab lab) {
        return lab.cluster() instanceof HandInstalled
                ? Optional.of(
                        "In " + lab.id() + " servers of this machine read the files that a submission writes, so it "
                                + "cannot be graded in a sandbox. Grade it by itself, with --trust, in a machine that holds "
                                + "nothing else.")
                : Optional.empty();
    }

    /** Sees in what a snippet ended with which limit of the kernel's it met: that tells nobody else. */
    void judge(Evaluation evaluation) {
        for (Result result : evaluation.results()) {
            if (result instanceof Result.Thrown thrown) {
                judge(Optional.of(thrown.failure()));
            } else if (result instanceof Result.Ended ended && ended.cause() == Result.Cause.OUT_OF_MEMORY) {
                seen.add(Limit.MEMORY);
            }
        }
    }

    private void judge(Optional<Failure> first) {
        for (Optional<Failure> next = first; next.isPresent(); next = next.flatMap(Failure::cause)) {
            String message = next.get().headline();
            if (NO_MORE_PROCESSES.matcher(message).find()) {
                seen.add(Limit.PROCESSES);
            } else if (message.startsWith("java.lang.OutOfMemoryError")) {
                seen.add(Limit.MEMORY);
            } else if (NO_SPACE.matcher(message).find()) {
                seen.add(Limit.DISK);
            }
        }
    }

    /** Each limit that was reached, in words: {@code "limit: output (printed more than it may)"}. */
    List<String> limits() {
        Set<Limit> all = new TreeSet<>(ground.limits());
        all.addAll(seen);
        return all.stream().map(limit -> limit + " (" + limit.words() + ")").toList();
    }

    /** Passes on so many characters and drops the rest. */
    Output capped(Output output) {
        AtomicLong left = new AtomicLong(MOST_CHARACTERS);
        return new Output() {
            @Override
            public void out(String text) {
                if (mayPass(text)) {
                    output.out(text);
                }
            }

            @Override
            public void err(String text) {
                if (mayPass(text)) {
                    output.err(text);
                }
            }

            @Override
            public Optional<String> line(String prompt) {
                return Optional.empty();
            }

            @Override
            public void event(String sentence) {
                if (mayPass(sentence)) {
                    output.event(sentence);
                }
            }

            private boolean mayPass(String text) {
                if (left.addAndGet(-text.length()) >= 0) {
                    return true;
                }
                seen.add(Limit.OUTPUT);
                return false;
            }
        };
    }
}
