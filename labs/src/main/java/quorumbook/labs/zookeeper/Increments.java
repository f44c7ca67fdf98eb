package quorumbook.labs.zookeeper;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Request;

/** What a copy of the learner's program is told to do, and what its reports mean. */
final class Increments {
    static final String BEGINS = "increment begins";
    static final String RETURNED = "increment returned";
    static final String THREW = "increment threw";

    /** What the lab's own lines report. */
    static final Set<String> REPORTS = Set.of(BEGINS, RETURNED, THREW);

    /** The server has refused: nothing happened. */
    private static final Set<String> REFUSALS = Set.of("BadVersionException", "NoNodeException", "NodeExistsException");

    // Not the learner's report(…), which they may have replaced.
    private static final String REPORT = "quorumbook.agent.Reports.report(\"%s\", %s);";

    private Increments() {}

    /** Java that calls {@code increment} so many times, one report before each and one after it. */
    static String calls(int times, String path) {
        return calls(times, path, "");
    }

    /** The same; after each increment another counter is read and set with no regard to its version. */
    static String calls(int times, String path, Control control) {
        return calls(times, path, control.java());
    }

    /** A counter that is incremented as one must not. */
    record Control(String path) {
        private String java() {
            return """
                        try {
                            String control = "%s";
                            int seen = Integer.parseInt(new String(zk.getData(control, false, null)));
                            zk.setData(control, Integer.toString(seen + 1).getBytes(), -1);
                        } catch (org.apache.zookeeper.KeeperException e) {
                            // It only shows that the copies meet.
                        }
                    """.formatted(path);
        }
    }

    private static String calls(int times, String path, String afterwards) {
        return """
                for (int number = 0; number < %d; number++) {
                    %s
                    try {
                        increment("%s");
                        %s
                    } catch (Exception e) {
                        %s
                    }
                %s}
                """.formatted(
                        times,
                        REPORT.formatted(BEGINS, "\"\""),
                        path,
                        REPORT.formatted(RETURNED, "\"\""),
                        REPORT.formatted(THREW, "e.getClass().getSimpleName()"),
                        afterwards);
    }

    static Request request(String path) {
        return new Request(Request.What.SET, path, Optional.empty(), Optional.empty(), Map.of());
    }

    /** What an increment came to that threw an exception of that class. */
    static Outcome thrown(String exception) {
        return REFUSALS.contains(exception) ? new Outcome.Failed(exception) : new Outcome.Unknown(exception);
    }
}
