package quorumbook.labs.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.Operations;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Request;
import quorumbook.labs.history.invariant.SentRecords;

/** What the last experiment showed, for each number of dead brokers; a cell is empty where nobody can tell. */
record Deaths(History since) {
    private static final String REFUSED = "NotEnoughReplicasException";

    /** Empty unless an experiment followed the last look at the replicas. */
    static Optional<Deaths> of(History history) {
        int look = history.lastNoted(ReplicaLook.DOWN).orElse(-1);
        OptionalInt trial = history.lastNoted(DyingBrokers.TRIAL);
        return trial.isPresent() && trial.getAsInt() > look
                ? Optional.of(new Deaths(
                        history.part(trial.getAsInt(), history.events().size())))
                : Optional.empty();
    }

    /** From where that many brokers were dead to where one more was; empty unless the deaths and the ISR are proved. */
    private Optional<int[]> phase(String topic, int dead) {
        OptionalInt begin = marked(Integer.toString(dead));
        OptionalInt end = marked(dead == NMinusOne.BROKERS ? DyingBrokers.BACK : Integer.toString(dead + 1));
        return begin.isPresent()
                        && end.isPresent()
                        && killed(begin.getAsInt()) == dead
                        && hadLeft(topic, dead, begin.getAsInt())
                ? Optional.of(new int[] {begin.getAsInt(), end.getAsInt()})
                : Optional.empty();
    }

    private OptionalInt marked(String value) {
        return IntStream.range(0, since.events().size())
                .filter(index -> since.events().get(index) instanceof Event.Noted noted
                        && noted.name().equals(DyingBrokers.DEAD)
                        && noted.value().equals(value))
                .findFirst();
    }

    private long killed(int before) {
        return since.events().subList(0, before).stream()
                .filter(Event.Inflicted.class::isInstance)
                .count();
    }

    /** How many replicas of the topic were in sync when it was last looked at before that many brokers were dead. */
    private boolean hadLeft(String topic, int dead, int begin) {
        return dead == NMinusOne.BROKERS
                || since.events().subList(0, begin).stream()
                        .filter(Event.PartitionSeen.class::isInstance)
                        .map(Event.PartitionSeen.class::cast)
                        .filter(seen -> seen.topic().equals(topic))
                        .reduce((earlier, later) -> later)
                        .filter(seen -> seen.replicas().stream()
                                        .filter(Event.Replica::inSync)
                                        .count()
                                == NMinusOne.BROKERS - dead)
                        .isPresent();
    }

    private List<Operation> operations(Request.What what, String topic, int[] phase) {
        return Operations.of(since)
                .where(operation -> operation.request().what() == what
                        && operation.request().target().equals(topic)
                        && operation.invoked() >= phase[0]
                        && operation.invoked() < phase[1]);
    }

    /**
     * Whether the topic took a write. A refusal counts where too few brokers are alive: elsewhere one of them was out of the
     * ISR for a moment, and nobody died of that. A missing answer counts where nobody is alive.
     */
    Optional<Boolean> writes(String name, int dead) {
        String topic = since.given().value(name);
        Optional<int[]> phase = phase(topic, dead);
        List<Operation> writes =
                phase.map(each -> operations(Request.What.SEND, topic, each)).orElse(List.of());
        if (writes.stream().anyMatch(Operation::isOk)) {
            return Optional.of(true);
        }
        boolean refused = writes.stream().anyMatch(write -> write.outcome().equals(new Outcome.Failed(REFUSED)))
                && NMinusOne.BROKERS - dead < NMinusOne.minimum(name);
        boolean nobody = dead == NMinusOne.BROKERS && !writes.isEmpty();
        return refused || nobody ? Optional.of(false) : Optional.empty();
    }

    /** Whether all that had been acknowledged could be read. */
    Optional<Boolean> reads(String name, int dead) {
        String topic = since.given().value(name);
        Optional<int[]> phase = phase(topic, dead);
        List<Operation> reads =
                phase.map(each -> operations(Request.What.READ, topic, each)).orElse(List.of());
        if (reads.stream().anyMatch(Operation::isOk)) {
            return lost(topic, phase.orElseThrow()[1]) == 0 ? Optional.of(true) : Optional.empty();
        }
        return dead == NMinusOne.BROKERS && !reads.isEmpty() ? Optional.of(false) : Optional.empty();
    }

    private long lost(String topic, int until) {
        return SentRecords.of(since.part(0, until), topic)
                .map(records -> records.lost().size())
                .orElse(Integer.MAX_VALUE);
    }

    /** The row, if every cell is known. */
    Optional<TableRow> row(boolean writes, String name) {
        List<Boolean> cells = new ArrayList<>();
        for (int dead = 0; dead <= NMinusOne.BROKERS; dead++) {
            Optional<Boolean> cell = writes ? writes(name, dead) : reads(name, dead);
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            cells.add(cell.get());
        }
        return Optional.of(new TableRow(cells));
    }

    /** Whether all brokers came back before the topics were read for the last time. */
    boolean areOver() {
        return marked(DyingBrokers.BACK).isPresent();
    }
}
