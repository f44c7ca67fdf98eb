package quorumbook.labs.history.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Position;
import quorumbook.labs.history.Request;
import quorumbook.labs.history.Znode;

/** What every judge owes, on thousands of histories drawn at random. A failure names the seed that draws it again. */
class EveryInvariantTest {
    private static final int DRAWS = 3_000;

    static Stream<Invariant> invariants() {
        return Stream.of(
                new NoAcknowledgedWriteLost("/app", 1),
                new NoAcknowledgedRecordLost("orders", 1),
                new NoRecordTwice("orders", 1),
                new RecordsInOrder("orders", 1),
                new OneLeaderPerEpoch("ensemble", 1),
                new ZxidOnlyGrows(1),
                new OffsetsOnlyGrow("orders", 1),
                new OneHolderAtATime("lock", 1),
                new FirstComeFirstServed("lock", 1),
                new IsrHoldsWhatWasAcknowledged("orders", 1),
                new UnderFault("zk1 paused", 1, new NoRecordTwice("orders", 1)));
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void cannotTellFromAnEmptyHistory(Invariant invariant) {
        assertThat(invariant.judge(new History(new Given(0, Map.of()), List.of())))
                .isInstanceOf(Judgement.CannotTell.class);
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void neverStumbles(Invariant invariant) {
        drawn(seed -> new Drawing(seed).history())
                .forEach((seed, history) -> assertThat(invariant.judge(history))
                        .as("seed %s", seed)
                        .satisfies(judgement -> assertThat(judgement.toString()).doesNotContain("stumbled")));
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void neverCallsAnEventThatIsNotThere(Invariant invariant) {
        drawn(seed -> new Drawing(seed).history()).forEach((seed, history) -> {
            if (invariant.judge(history) instanceof Judgement.Broken broken) {
                assertThat(broken.events())
                        .as("seed %s", seed)
                        .isNotEmpty()
                        .allMatch(
                                index -> index >= 0 && index < history.events().size());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void isNeverConvincedByAnOperationOfUnknownOutcome(Invariant invariant) {
        drawn(seed -> new Drawing(seed).history()).forEach((seed, history) -> {
            if (invariant.judge(history) instanceof Judgement.CannotTell) {
                assertThat(invariant.judge(new Drawing(seed).withUnknownOperation(history)))
                        .as("seed %s", seed)
                        .isNotInstanceOf(Judgement.Holds.class);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void cannotTellOnceAFaultLeftNoProof(Invariant invariant) {
        drawn(seed -> new Drawing(seed).withUnprovedFault())
                .forEach((seed, history) -> assertThat(invariant.judge(history))
                        .as("seed %s", seed)
                        .isInstanceOf(Judgement.CannotTell.class));
    }

    /** Else the tests above have tested little. */
    @ParameterizedTest
    @MethodSource("invariants")
    void isDrawnAllThreeWays(Invariant invariant) {
        assertThat(drawn(seed -> new Drawing(seed).history()).values().stream()
                        .map(history -> invariant.judge(history).getClass().getSimpleName()))
                .contains("Holds", "Broken", "CannotTell");
    }

    @Test
    void aJudgeThatThrowsCannotTell() {
        Invariant careless = history -> {
            throw new IllegalStateException("oops");
        };

        assertThat(careless.judge(new History(new Given(0, Map.of()), List.of())))
                .isInstanceOf(Judgement.CannotTell.class);
    }

    private static Map<Integer, History> drawn(Function<Integer, History> draw) {
        Map<Integer, History> all = new LinkedHashMap<>();
        for (int seed = 0; seed < DRAWS; seed++) {
            all.put(seed, draw.apply(seed));
        }
        return all;
    }

    /** Short histories over few names, so that everything meets everything. */
    private static final class Drawing {
        private static final Given GIVEN = new Given(0, Map.of());

        private final Random random;
        private long operations;

        Drawing(int seed) {
            this.random = new Random(seed);
        }

        History history() {
            List<Event> events = new ArrayList<>();
            List<Long> open = new ArrayList<>();
            for (int length = random.nextInt(16); length > 0; length--) {
                events.add(event(events.size(), open));
            }
            return new History(GIVEN, events);
        }

        History withUnprovedFault() {
            List<Event> events = new ArrayList<>(history().events());
            events.add(random.nextInt(events.size() + 1), new Event.Unproved(at(events.size()), "zk1 paused", "?"));
            return new History(GIVEN, events);
        }

        /** As it was, and one operation more that began somewhere and ended nowhere, or in doubt. */
        History withUnknownOperation(History history) {
            List<Event> events = new ArrayList<>(history.events());
            int begin = random.nextInt(events.size() + 1);
            long number = 1_000_000;
            events.add(begin, new Event.Invoked(at(begin), number, client(), request()));
            if (random.nextBoolean()) {
                int end = begin + 1 + random.nextInt(events.size() - begin);
                events.add(end, new Event.Ended(at(end), number, new Outcome.Unknown("?")));
            }
            return new History(GIVEN, events);
        }

        private Instant at(int index) {
            return Instant.EPOCH.plusSeconds(index);
        }

        private Event event(int index, List<Long> open) {
            Instant at = at(index);
            return switch (random.nextInt(18)) {
                case 0, 1, 2, 3 -> {
                    operations++;
                    open.add(operations);
                    yield new Event.Invoked(at, operations, client(), request());
                }
                case 4, 5, 6, 7 ->
                    open.isEmpty()
                            ? new Event.Noted(at, "a", "b")
                            : new Event.Ended(at, open.remove(random.nextInt(open.size())), outcome());
                case 8 -> new Event.TreeSeen(at, random.nextBoolean() ? "/app" : "/", znodes());
                case 9 -> new Event.LogSeen(at, "orders", entries());
                case 10 -> new Event.Led(at, "ensemble", NodeId.zk(1 + random.nextInt(2)), random.nextInt(2));
                case 11 -> new Event.OffsetSeen(at, client(), "orders-0", random.nextInt(3));
                case 12 -> new Event.PartitionSeen(at, "orders", 0, OptionalInt.empty(), 1, replicas());
                case 13 -> fault(at);
                default -> holding(at);
            };
        }

        private Event holding(Instant at) {
            return switch (random.nextInt(6)) {
                case 0, 1 -> new Event.Queued(at, client(), "lock", random.nextInt(3));
                case 2, 3 -> new Event.Acquired(at, client(), "lock");
                case 4 ->
                    random.nextBoolean()
                            ? new Event.Used(at, client(), "lock")
                            : new Event.Released(at, client(), "lock");
                default -> new Event.Gone(at, client(), "killed");
            };
        }

        private Event fault(Instant at) {
            Proof proof = new Proof(NodeId.zk(1), "paused", at, List.of("state T"));
            return random.nextInt(3) > 0
                    ? new Event.Inflicted(at, "zk1 paused", List.of(proof))
                    : new Event.Healed(at, "zk1 paused", List.of());
        }

        private Request request() {
            return switch (random.nextInt(8)) {
                case 0 -> Request.create("/app/a", value());
                case 1 -> Request.set("/app/a", value());
                case 2 -> Request.delete("/app/a");
                case 3 -> Request.read("/app/a");
                default -> Request.send("orders", "k", value(), "all");
            };
        }

        private Outcome outcome() {
            return switch (random.nextInt(6)) {
                case 0 -> new Outcome.Failed("refused");
                case 1 -> new Outcome.Unknown("lost");
                case 2 -> Outcome.ok();
                case 3 -> Outcome.ok(Position.zxid(random.nextInt(4)));
                default -> Outcome.ok(Position.offset("orders", 0, random.nextInt(3)));
            };
        }

        private List<Znode> znodes() {
            return random.nextBoolean() ? List.of() : List.of(new Znode("/app/a", value(), 0, 0, 0, 0, 0, 0, 0));
        }

        private List<Event.LogEntry> entries() {
            List<Event.LogEntry> entries = new ArrayList<>();
            List<String> values = new ArrayList<>(List.of("0", "1", "2", "2"));
            Collections.shuffle(values, random);
            for (String value : values.subList(0, random.nextInt(5))) {
                entries.add(new Event.LogEntry(0, entries.size(), Optional.of("k"), value));
            }
            return entries;
        }

        private List<Event.Replica> replicas() {
            return List.of(new Event.Replica(
                    1, random.nextBoolean(), OptionalLong.of(random.nextInt(4)), OptionalLong.empty()));
        }

        private String client() {
            return random.nextBoolean() ? "a" : "b";
        }

        private String value() {
            return Integer.toString(random.nextInt(3));
        }
    }
}
