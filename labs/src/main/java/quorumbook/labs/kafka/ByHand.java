package quorumbook.labs.kafka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/**
 * The learner's own two kills: each time the learner says who is in sync, the lab remembers who is, so that the answers show
 * that the first dead broker had left the ISR before the second one died.
 */
final class ByHand {
    /** The question after so many kills. */
    static final List<String> QUESTIONS = List.of("in-sync-1", "in-sync-2");

    private static final String KILLED = "killed";

    private ByHand() {}

    static Verdict twoDiedOneByOne(History history) {
        Optional<Event.Predicted> before = Optional.empty();
        for (int dead = 1; dead <= QUESTIONS.size(); dead++) {
            String question = QUESTIONS.get(dead - 1);
            Optional<Event.Predicted> answer = history.prediction(question);
            if (answer.isEmpty()) {
                return Verdict.fail(
                        "an answer to " + question + ", given while " + dead + " of the brokers "
                                + (dead == 1 ? "is" : "are") + " dead",
                        "no answer yet",
                        "/predict " + question + " 1 2 3");
            }
            Optional<Verdict> mistake = mistake(history, before, answer.get(), dead);
            if (mistake.isPresent()) {
                return mistake.get().at(history, answer.get());
            }
            before = answer;
        }
        return Verdict.pass("two died by your hand, the second one when the first had left the ISR");
    }

    private static Optional<Verdict> mistake(
            History history, Optional<Event.Predicted> before, Event.Predicted answer, int dead) {
        int now = history.events().indexOf(answer);
        // An answer of before the one that it should follow has seen nobody die since.
        int from = Math.min(now, before.map(history.events()::indexOf).orElse(0));
        List<String> down = words(answer.situation().getOrDefault(ReplicaLook.DOWN, ""));
        if (down.size() != dead) {
            return fail(dead + " dead when " + answer.question() + " is answered", "down: " + listed(down), "/cluster");
        }
        List<String> verbs = verbs(history.part(from, now), before.isPresent());
        if (verbs.size() != 1 || !down.equals(killed(history.part(0, now)))) {
            return fail(
                    "one more /kill, and nothing else, before " + answer.question() + " is answered",
                    verbs.isEmpty() ? "nobody died" : String.join(", ", verbs),
                    "/cluster");
        }
        List<String> alive = IntStream.rangeClosed(1, NMinusOne.BROKERS)
                .filter(number -> !down.contains(NodeId.kafka(number).toString()))
                .mapToObj(Integer::toString)
                .toList();
        for (String name : List.of("one", "two")) {
            List<String> found = words(answer.situation().getOrDefault(ReplicaLook.inSync(name), ""));
            if (!found.equals(alive)) {
                return fail(
                        "in sync in " + history.given().value(name) + " when " + answer.question() + " is answered: "
                                + String.join(" ", alive),
                        listed(found) + "; a dead broker is still in the ISR for some seconds",
                        "kafka-topics --describe --topic " + history.given().value(name));
            }
        }
        return words(answer.answer()).equals(alive)
                ? Optional.empty()
                : fail(
                        answer.question() + ": " + answer.answer(),
                        "in sync were " + String.join(" ", alive),
                        "/predict " + answer.question() + " 1 2 3");
    }

    /** What the learner did to brokers, from the first kill on; after an answer nothing but a kill is to be done. */
    private static List<String> verbs(History since, boolean answered) {
        List<String> verbs = new ArrayList<>();
        for (Event.Done done : since.all(Event.Done.class)) {
            verbs.add(done.proof().node() + " " + done.proof().verb());
            if (!answered && !done.proof().verb().equals(KILLED)) {
                // What was tried before the experiment is nobody's business.
                verbs.clear();
            }
        }
        return verbs;
    }

    /** The brokers to which nothing was done since they were killed. */
    private static List<String> killed(History until) {
        Map<NodeId, String> last = until.all(Event.Done.class).stream()
                .map(Event.Done::proof)
                .collect(Collectors.toMap(Proof::node, Proof::verb, (first, later) -> later));
        return last.entrySet().stream()
                .filter(each -> each.getValue().equals(KILLED))
                .map(each -> each.getKey().toString())
                .sorted()
                .toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .distinct()
                .toList();
    }

    private static String listed(List<String> words) {
        return words.isEmpty() ? "none" : String.join(" ", words);
    }

    private static Optional<Verdict> fail(String expected, String actual, String see) {
        return Optional.of(Verdict.fail(expected, actual, see));
    }
}
