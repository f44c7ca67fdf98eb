package quorumbook.repl.grade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.Report;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.CheckResult;
import quorumbook.repl.result.Outcome;

/** A verdict of then beside a verdict of now. */
public final class Replay {
    private Replay() {}

    /** What is judged otherwise than before, a sentence for each check; a check that came or went is one as well. */
    public static List<String> changes(AttemptResult then, Report now) {
        Map<String, String> before = new LinkedHashMap<>();
        for (CheckResult check : then.checks()) {
            before.put(check.id(), word(check.verdict()));
        }
        List<String> changes = new ArrayList<>();
        for (Report.Judged judged : now.judged()) {
            String id = judged.check().id();
            String was = Optional.ofNullable(before.remove(id)).orElse("not judged");
            if (!was.equals(judged.verdict().word())) {
                changes.add(id + ": " + was + " then, " + judged.verdict().word() + " now");
            }
        }
        before.forEach((id, was) -> changes.add(id + ": " + was + " then, no such check now"));
        return changes;
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
