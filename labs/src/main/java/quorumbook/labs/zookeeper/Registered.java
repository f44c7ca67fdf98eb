package quorumbook.labs.zookeeper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Znode;

/** What the last trial of {@code keepRegistered} came to. */
record Registered(History trial, String folder) {
    /** The shortest session that sits out the cut of a second, and a client that waits a second before it calls again. */
    static final Duration SHORTEST = Duration.ofSeconds(4);

    /** How soon after its end a session has to be followed by a new registration. */
    static final Duration WITHIN = Duration.ofSeconds(15);

    static final String TRIAL = "registration-trial";
    static final String NOT_RUNNABLE = "not-runnable";
    static final String ENDED = "program-ended";
    static final String TIMEOUT = "session-timeout";
    static final String CAME_BACK = "came-back";
    static final String IN_TIME = "in time";
    static final String TOO_LATE = "too late";
    static final String NOT = "not";
    static final String QUIET = "time-for-a-second-registration";
    static final String BY_ITSELF = "registered-again-by-itself";
    static final String TOLD = "told-of-the-expiry";
    static final String AFTER_START = "registered-after-start";
    static final String AFTER_CUT = "registered-after-cut";
    static final String AFTER_EXPIRY = "registered-after-expiry";

    static int trials(History history) {
        return history.timesNoted(TRIAL);
    }

    /** The last trial; empty if there was none. */
    static Optional<Registered> in(History history) {
        return history.sinceLast(TRIAL)
                .map(trial -> new Registered(trial, trial.noted(TRIAL).orElseThrow()));
    }

    Optional<String> noted(String name) {
        return trial.noted(name);
    }

    /** What was registered at that look; empty if nobody looked. */
    Optional<List<Znode>> look(String when) {
        boolean wanted = false;
        for (Event event : trial.events()) {
            if (event instanceof Event.Noted noted && noted.name().equals(when)) {
                wanted = true;
            } else if (wanted && event instanceof Event.TreeSeen seen) {
                return Optional.of(seen.znodes().stream()
                        .filter(znode -> !znode.path().equals(folder))
                        .toList());
            }
        }
        return Optional.empty();
    }

    /** The first moment with more than one registration, as the names of those; empty if there was none. */
    List<String> together() {
        Set<String> present = new LinkedHashSet<>();
        for (Event event : trial.events()) {
            if (event instanceof Event.ZnodeChanged changed && changed.path().startsWith(folder + "/")) {
                if (changed.change() == Event.Change.CREATED) {
                    present.add(changed.path());
                } else {
                    present.remove(changed.path());
                }
                if (present.size() > 1) {
                    return names(new ArrayList<>(present));
                }
            }
        }
        return List.of();
    }

    private List<String> names(List<String> paths) {
        return paths.stream().map(path -> path.substring(folder.length() + 1)).toList();
    }

    /** The znodes in words: their names and whose they are. */
    String words(List<Znode> znodes) {
        return znodes.isEmpty()
                ? "nothing"
                : String.join(", ", names(znodes.stream().map(Znode::path).toList()));
    }

    boolean hadFault(String part) {
        return trial.all(Event.Inflicted.class).stream()
                .anyMatch(fault -> fault.fault().contains(part));
    }

    /** How the program's call ended, as the end of a sentence, if it ended. */
    String ending() {
        return noted(ENDED)
                .map(words -> words.startsWith("its ") ? "; " + words : "; keepRegistered(…) " + words)
                .orElse("");
    }
}
