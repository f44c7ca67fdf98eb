package quorumbook.labs.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.Operations;

/**
 * What the last trial of {@code follow} came to.
 *
 * @param written all values of the znode, in the order in which they were written
 * @param reported all values reported, in their order
 */
record Followed(History trial, List<String> written, List<String> reported, List<Look> looks) {
    static final int GAPS = 5;
    static final int BURSTS = 45;
    static final String VALUE = "value";
    static final String WRITER = "writer";
    static final String TRIAL = "trial";
    static final String NOT_RUNNABLE = "not-runnable";
    static final String REPORTED = "value-reported";
    static final String OTHERWISE = "otherwise-reported";
    static final String AFTER_START = "watches-after-start";
    static final String AFTER_BURST = "watches-after-burst";
    static final String AFTER_GAP = "watches-after-gap";
    static final String IN_SILENCE = "requests-in-silence";
    static final String REQUESTS = "requests";
    static final String READS = "reads";
    static final String NOTIFICATIONS = "notifications";
    static final String ENDED = "program-ended";
    private static final int FOR_EACH_CHANGE = 4;
    private static final int AT_FIRST = 10;

    Followed {
        written = List.copyOf(written);
        reported = List.copyOf(reported);
        looks = List.copyOf(looks);
    }

    /**
     * A look at the program when it had time enough to come to the newest value.
     *
     * @param noted with one of the three names of such a look, and the watches on the znode
     * @param change how many looks were before it
     */
    record Look(Event.Noted noted, int change, String written, Optional<String> reported) {
        int watches() {
            return Integer.parseInt(noted.value());
        }

        boolean isNewest() {
            return reported.equals(Optional.of(written));
        }

        String words() {
            return change == 0 ? "at first" : "after change " + change;
        }
    }

    /**
     * How many requests are no polling: a few for each change, a few to begin with. Notifications would not do as a
     * measure: who finds out by itself that a read is out of date reads again without one.
     */
    static long mostRequests(long changes) {
        return FOR_EACH_CHANGE * changes + AT_FIRST;
    }

    static String mostInWords() {
        return "at most " + FOR_EACH_CHANGE + " requests for each change, and " + AT_FIRST + " more";
    }

    /** Whether it asked for more than the changes can explain. */
    boolean askedTooMuch() {
        return count(REQUESTS).orElse(0L) > mostRequests(written.size());
    }

    static int trials(History history) {
        return history.timesNoted(TRIAL);
    }

    /** The last trial; empty if there was none. */
    static Optional<Followed> in(History history) {
        return history.sinceLast(TRIAL).map(Followed::read);
    }

    private static Followed read(History trial) {
        // Nobody but our writer is on record in a trial.
        List<Operation> writes = Operations.of(trial).all();
        List<String> reported = new ArrayList<>();
        List<Look> looks = new ArrayList<>();
        for (int index = 0; index < trial.events().size(); index++) {
            if (trial.events().get(index) instanceof Event.Noted noted) {
                int now = index;
                switch (noted.name()) {
                    case REPORTED -> reported.add(noted.value());
                    case AFTER_START, AFTER_BURST, AFTER_GAP ->
                        looks.add(new Look(
                                noted,
                                looks.size(),
                                writes.stream()
                                        .filter(each -> each.invoked() < now)
                                        .reduce((one, next) -> next)
                                        .flatMap(each -> each.request().value())
                                        .orElse("nothing"),
                                last(reported)));
                    default -> {
                        // Counted elsewhere.
                    }
                }
            }
        }
        return new Followed(trial, values(writes), reported, looks);
    }

    private static List<String> values(List<Operation> writes) {
        return writes.stream().flatMap(each -> each.request().value().stream()).toList();
    }

    private static Optional<String> last(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    List<Look> looks(String when) {
        return looks.stream().filter(look -> look.noted().name().equals(when)).toList();
    }

    Optional<String> noted(String name) {
        return trial.noted(name);
    }

    Optional<Long> count(String name) {
        return trial.noted(name).map(Long::parseLong);
    }

    /** How the program's call ended, as the end of a sentence, if it ended. */
    String ending() {
        return noted(ENDED)
                .map(words -> words.startsWith("its ") ? "; " + words : "; follow(…) " + words)
                .orElse("");
    }
}
