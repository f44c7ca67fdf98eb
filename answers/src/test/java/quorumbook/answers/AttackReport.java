package quorumbook.answers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import quorumbook.answers.attack.Attack;
import quorumbook.answers.attack.Need;
import quorumbook.answers.attack.Need.Degree;
import quorumbook.labs.LabId;

/** What came of an attack, in lines: each check, each clause, where it stands, and which answer needs it. */
record AttackReport(
        LabId lab,
        int samples,
        List<Attack.WholeCheck> checks,
        List<Attack.Result> clauses,
        List<String> blamed,
        Spared spared) {
    private static boolean survived(Need need) {
        return need.degree() == Degree.SURVIVED;
    }

    /** The names of all that can be taken out unnoticed. */
    List<String> survivors() {
        List<String> survivors = new ArrayList<>();
        checks.stream().filter(each -> survived(each.need())).forEach(each -> survivors.add(each.check()));
        clauses.stream().filter(each -> survived(each.need())).forEach(each -> survivors.add(each.name()));
        return survivors;
    }

    List<String> unexplained() {
        return survivors().stream()
                .filter(name -> spared.reason(name).isEmpty())
                .toList();
    }

    String text() {
        StringBuilder text = new StringBuilder(summary()).append('\n');
        text.append("Whole checks, left out\n");
        checks.forEach(each -> text.append("  ")
                .append(each.check())
                .append(": ")
                .append(told(each.need(), each.check()))
                .append('\n'));
        text.append("\nClauses, each taken as always true and as always false\n");
        String place = "";
        for (Attack.Result each : clauses) {
            String here = each.clause().place() + "  " + each.clause().words();
            if (!here.equals(place)) {
                text.append("  ").append(here).append('\n');
                place = here;
            }
            text.append("    ")
                    .append(each.value() ? "true   " : "false  ")
                    .append(told(each.need(), each.name()))
                    .append("  [")
                    .append(String.join(", ", each.need().checks()))
                    .append("]\n");
        }
        text.append("\nRight answers that fail when a piece of the evidence is missing\n");
        blamed.forEach(each -> text.append("  ").append(each).append('\n'));
        return text.toString();
    }

    private String told(Need need, String name) {
        if (!survived(need)) {
            return need.degree().words() + ": " + need.sample();
        }
        return spared.reason(name)
                .map(reason -> "spared: " + reason)
                .orElse(need.checks().isEmpty() ? "SURVIVED, and no history comes to it" : "SURVIVED");
    }

    /** How many clauses are needed, and for what. */
    String summary() {
        Map<Degree, Integer> counts = new EnumMap<>(Degree.class);
        clauses.forEach(each -> counts.merge(each.need().degree(), 1, Integer::sum));
        StringBuilder summary = new StringBuilder(
                lab + ": " + clauses.size() + " clauses taken out of its checks, judged on " + samples + " histories");
        counts.forEach((degree, count) ->
                summary.append("\n  ").append(count).append("  ").append(degree.words()));
        return summary.append("\n  of these survivors ")
                .append(survivors().size() - unexplained().size())
                .append(" are spared with a reason in answers/")
                .append(Spared.FILE.getFileName())
                .append('\n')
                .toString();
    }
}
