package quorumbook.repl.tools;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a stranger's {@code zk} command may not do, since it runs in this JVM: only what is listed may be done. */
final class Confinement {
    /** None of these opens a file of this machine. What is missing: reconfig, which reads one. */
    private static final Set<String> ALLOWED = Set.of(
            "addWatch",
            "addauth",
            "close",
            "config",
            "connect",
            "create",
            "delete",
            "deleteall",
            "delquota",
            "get",
            "getAcl",
            "getAllChildrenNumber",
            "getEphemerals",
            "help",
            "history",
            "listquota",
            "ls",
            "printwatches",
            "quit",
            "redo",
            "removewatches",
            "rmr",
            "set",
            "setAcl",
            "setquota",
            "stat",
            "sync",
            "version",
            "whoami");

    private Confinement() {}

    /** Why that command is not run, if it is not. */
    static Optional<String> refusal(List<String> words, String addresses) {
        if (words.get(0).equals("-server") && words.size() > 2) {
            return elsewhere(words.get(1), addresses).or(() -> refusal(words.subList(2, words.size()), addresses));
        }
        if (words.get(0).equals("connect") && words.size() > 1) {
            return elsewhere(words.get(1), addresses);
        }
        return ALLOWED.contains(words.get(0))
                ? Optional.empty()
                : Optional.of("zk " + words.get(0) + " is not run for a submission that is graded in a sandbox.");
    }

    private static Optional<String> elsewhere(String asked, String addresses) {
        List<String> known = Arrays.asList(addresses.split(","));
        return known.containsAll(Arrays.asList(asked.split(",")))
                ? Optional.empty()
                : Optional.of("A submission that is graded in a sandbox speaks to the servers of its exercise alone, "
                        + addresses + ".");
    }
}
