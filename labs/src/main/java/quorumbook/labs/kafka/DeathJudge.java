package quorumbook.labs.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.invariant.NoAcknowledgedRecordLost;
import quorumbook.labs.history.invariant.Since;

/** Compares the learner's table with what came of brokers that died one by one. */
final class DeathJudge {
    private static final String AGAIN = "/check again; a machine that is less busy helps";

    private DeathJudge() {}

    /** One row of the table: what was asked, and of which topic. */
    private record Asked(String question, boolean writes, String given) {}

    private static final List<Asked> ROWS = List.of(
            new Asked(NMinusOne.WRITES_ONE, true, "one"),
            new Asked(NMinusOne.WRITES_TWO, true, "two"),
            new Asked(NMinusOne.READS_ONE, false, "one"),
            new Asked(NMinusOne.READS_TWO, false, "two"));

    static Verdict tableIsAsForetold(History history) {
        Optional<Deaths> deaths = Deaths.of(history);
        if (deaths.isEmpty()) {
            return notYet();
        }
        List<String> rows = new ArrayList<>();
        for (Asked asked : ROWS) {
            Optional<TableRow> foretold = history.prediction(asked.question())
                    .map(Event.Predicted::answer)
                    .flatMap(TableRow::parse);
            Optional<TableRow> found = deaths.get().row(asked.writes(), asked.given());
            if (found.isEmpty()) {
                return Verdict.unknown("the brokers did not say yes or no in time, row " + asked.question(), AGAIN);
            }
            if (foretold.isEmpty()) {
                return notYet();
            }
            if (!foretold.get().equals(found.get())) {
                return Verdict.fail(
                                asked.question() + ": " + foretold.get(),
                                found.get() + ": " + why(asked, foretold.get(), found.get()),
                                describe(history, asked.given()))
                        .atAnswer(history, asked.question());
            }
            rows.add(asked.question() + " " + found.get());
        }
        return Verdict.pass(String.join(", ", rows));
    }

    /** Of the first cell in which they differ. */
    private static String why(Asked asked, TableRow foretold, TableRow found) {
        int dead = IntStream.rangeClosed(0, NMinusOne.BROKERS)
                .filter(each -> !foretold.cells().get(each).equals(found.cells().get(each)))
                .findFirst()
                .orElseThrow();
        int alive = NMinusOne.BROKERS - dead;
        String when = "with " + dead + " dead ";
        if (alive == 0) {
            return when + "nobody is there to answer";
        }
        if (!found.cells().get(dead)) {
            return when + "the leader refuses, NotEnoughReplicas: " + alive + " in sync, and the topic asks for "
                    + NMinusOne.minimum(asked.given());
        }
        return asked.writes()
                ? when + "it is taken: " + alive + " in sync, and the topic asks for "
                        + NMinusOne.minimum(asked.given())
                : when + "all is read: each replica in sync has everything that was acknowledged, and one is enough to "
                        + "read from";
    }

    static Verdict lossIsAsForetold(History history) {
        Optional<Deaths> deaths = Deaths.of(history);
        Optional<Integer> foretold =
                history.prediction(NMinusOne.LOST).map(Event.Predicted::answer).flatMap(TableRow::count);
        if (deaths.isEmpty() || foretold.isEmpty()) {
            return notYet();
        }
        if (!deaths.get().areOver()) {
            return Verdict.unknown("not all brokers came back", AGAIN);
        }
        List<String> evidence = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            Judgement judgement = new Since(
                            DyingBrokers.TRIAL,
                            new NoAcknowledgedRecordLost(history.given().value(name), DyingBrokers.RECORDS))
                    .judge(history);
            if (!(judgement instanceof Judgement.Holds holds)) {
                return Verdict.unknown("what was acknowledged cannot be told from what was lost: " + judgement, AGAIN);
            }
            evidence.add(holds.evidence());
        }
        return foretold.get() == 0
                ? Verdict.pass(String.join(", ", evidence))
                : Verdict.fail(
                                NMinusOne.LOST + ": " + foretold.get() + " records",
                                "none: each acknowledged record was on all replicas in sync, and each broker came back with its disk",
                                describe(history, "one"))
                        .atAnswer(history, NMinusOne.LOST);
    }

    private static String describe(History history, String given) {
        return "kafka-topics --describe --topic " + history.given().value(given);
    }

    private static Verdict notYet() {
        return new Verdict.Skipped("brokers die once the checks above hold");
    }
}
