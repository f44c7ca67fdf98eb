package quorumbook.labs.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Request;

/** Writes by hand what an experiment with dying brokers would have noted. */
final class DeathStory {
    private final Given given;
    private final List<Event> events = new ArrayList<>();
    private final List<List<Event.LogEntry>> logs = List.of(new ArrayList<>(), new ArrayList<>());
    private long operations;
    private long seconds;
    private int records;

    DeathStory(Given given) {
        this.given = given;
    }

    /** Both topics as they should be, a right table, and two kills by hand. */
    static DeathStory ready(Given given) {
        return new DeathStory(given)
                .sealed(NMinusOne.WRITES_ONE, "yes yes yes no")
                .sealed(NMinusOne.WRITES_TWO, "yes yes no no")
                .sealed(NMinusOne.READS_ONE, "yes yes yes no")
                .sealed(NMinusOne.READS_TWO, "yes yes yes no")
                .sealed(NMinusOne.LOST, "0")
                .done("killed", 2)
                .saw(1, "1 3", "kafka2", "1 3")
                .done("killed", 1)
                .saw(2, "3", "kafka1, kafka2", "3")
                .done("started", 1)
                .done("started", 2)
                .looked("", 1, 2, 3);
    }

    /** A verb of the learner's. */
    DeathStory done(String verb, int broker) {
        Instant now = now();
        events.add(new Event.Done(now, new Proof(NodeId.kafka(broker), verb, now, List.of("seen"))));
        return this;
    }

    /** The learner says who is in sync after so many kills, while those are down and these in sync in both topics. */
    DeathStory saw(int kills, String answer, String down, String inSync) {
        return saw(kills, answer, down, inSync, inSync);
    }

    DeathStory saw(int kills, String answer, String down, String inSyncInOne, String inSyncInTwo) {
        events.add(new Event.Predicted(
                now(),
                ByHand.QUESTIONS.get(kills - 1),
                answer,
                Map.of(
                        ReplicaLook.DOWN,
                        down,
                        ReplicaLook.inSync("one"),
                        inSyncInOne,
                        ReplicaLook.inSync("two"),
                        inSyncInTwo)));
        return this;
    }

    private Instant now() {
        return Instant.EPOCH.plusSeconds(seconds++);
    }

    DeathStory sealed(String question, String answer) {
        events.add(new Event.Predicted(now(), question, answer, Map.of()));
        return this;
    }

    DeathStory looked(String down, Integer... replicas) {
        noted(ReplicaLook.DOWN, down);
        for (String name : List.of("one", "two")) {
            inSync(name, List.of(replicas), 0);
            noted(ReplicaLook.minimumOf(given.value(name)), name.equals("one") ? "1" : "2");
        }
        return this;
    }

    DeathStory noted(String name, String value) {
        events.add(new Event.Noted(now(), name, value));
        return this;
    }

    /** The partition, without the first brokers in its ISR. */
    DeathStory inSync(String name, List<Integer> brokers, int dead) {
        return partition(name, 0, brokers, dead);
    }

    DeathStory partition(String name, int number, List<Integer> brokers, int dead) {
        events.add(new Event.PartitionSeen(
                now(),
                given.value(name),
                number,
                OptionalInt.of(3),
                1,
                brokers.stream()
                        .map(broker ->
                                new Event.Replica(broker, broker > dead, OptionalLong.empty(), OptionalLong.empty()))
                        .toList()));
        return this;
    }

    /** The whole experiment as it comes out on real brokers. */
    DeathStory experiment() {
        noted(DyingBrokers.TRIAL, "brokers die");
        for (int dead = 0; dead <= 3; dead++) {
            phase(dead);
        }
        return back();
    }

    DeathStory phase(int dead) {
        if (dead > 0) {
            died(dead);
        }
        if (dead < 3) {
            inSync("one", List.of(1, 2, 3), dead).inSync("two", List.of(1, 2, 3), dead);
        }
        noted(DyingBrokers.DEAD, Integer.toString(dead));
        write("one", dead < 3 ? Optional.empty() : Optional.of(new Outcome.Unknown("TimeoutException")));
        write(
                "two",
                dead < 2
                        ? Optional.empty()
                        : Optional.of(
                                dead == 2
                                        ? new Outcome.Failed("NotEnoughReplicasException")
                                        : new Outcome.Unknown("TimeoutException")));
        return read("one", dead < 3).read("two", dead < 3);
    }

    DeathStory died(int broker) {
        Instant now = now();
        events.add(new Event.Inflicted(
                now,
                "kafka" + broker + " crashed",
                List.of(new Proof(NodeId.kafka(broker), "killed", now, List.of("seen")))));
        return this;
    }

    DeathStory back() {
        return inSync("one", List.of(1, 2, 3), 0)
                .inSync("two", List.of(1, 2, 3), 0)
                .noted(DyingBrokers.DEAD, DyingBrokers.BACK)
                .read("one", true)
                .read("two", true);
    }

    /** Five records; taken unless it is said what became of them. */
    DeathStory write(String name, Optional<Outcome> instead) {
        IntStream.range(0, 5).forEach(number -> {
            records++;
            operations++;
            String value = "record-" + records;
            events.add(
                    new Event.Invoked(now(), operations, "writer", Request.send(given.value(name), "n", value, "all")));
            events.add(new Event.Ended(now(), operations, instead.orElse(Outcome.ok())));
            if (instead.isEmpty()) {
                log(name).add(new Event.LogEntry(0, log(name).size(), Optional.of("n"), value));
            }
        });
        return this;
    }

    private List<Event.LogEntry> log(String name) {
        return logs.get(name.equals("one") ? 0 : 1);
    }

    DeathStory forget(String name) {
        log(name).remove(0);
        return this;
    }

    DeathStory read(String name, boolean answered) {
        operations++;
        events.add(new Event.Invoked(now(), operations, "reader", Request.read(given.value(name))));
        if (answered) {
            events.add(new Event.LogSeen(now(), given.value(name), log(name)));
        }
        events.add(
                new Event.Ended(now(), operations, answered ? Outcome.ok() : new Outcome.Unknown("TimeoutException")));
        return this;
    }

    DeathStory without(Predicate<Event> unwanted) {
        events.removeIf(unwanted);
        return this;
    }

    History history() {
        return new History(given, events);
    }
}
