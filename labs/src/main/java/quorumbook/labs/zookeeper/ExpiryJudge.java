package quorumbook.labs.zookeeper;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/** Judges what was foretold of a killed client. An answer counts if it was sealed before the experiment. */
final class ExpiryJudge {
    private static final long TICK_MILLIS = 500;
    private static final Pattern TIME =
            Pattern.compile("(?i)\\s*([0-9]{1,7}(?:\\.[0-9]{1,3})?)\\s*(ms|millis|milliseconds|s|sec|seconds?)?\\s*");

    private ExpiryJudge() {}

    static Verdict youForetoldTheTimeout(History history) {
        return judged(history, SessionsAndExpiry.GRANTED, (answer, granted) -> {
            boolean right = millis(answer).equals(Optional.of(granted));
            return right
                    ? Verdict.pass("the server granted " + granted + " ms")
                    : Verdict.fail(
                            granted + " ms, which is 2 ticks of " + TICK_MILLIS + " ms: the client asked for less",
                            "your answer: " + answer,
                            "/reset, for other values and another answer");
        });
    }

    static Verdict youForetoldTheEnd(History history) {
        return judged(history, SessionsAndExpiry.GONE, (answer, granted) -> {
            long least = earliest(granted);
            long most = latest(granted);
            long shown = KilledClient.shown(history, KilledClient.GONE_MILLIS).orElseThrow();
            boolean right = millis(answer)
                    .filter(millis -> least <= millis && millis <= most)
                    .isPresent();
            if (right) {
                return Verdict.pass("it was gone after " + shown + " ms");
            }
            return shown < least || shown > most
                    ? Verdict.unknown(
                            "the server took " + shown + " ms for a timeout of " + granted + " ms: it was too busy",
                            "/reset, and try again when the machine is less busy")
                    : Verdict.fail(
                            "from " + least + " to " + most + " ms: the timeout granted is " + granted
                                    + " ms, it runs from the client's last word, and ends with a tick",
                            "your answer: " + answer,
                            "/reset, for other values and another answer");
        });
    }

    /** The last word of the client may have been a ping: a third of the timeout before. */
    private static long earliest(long granted) {
        return (granted * 2 + 2) / 3;
    }

    private static long latest(long granted) {
        return granted + 2 * TICK_MILLIS;
    }

    static Optional<Long> millis(String answer) {
        Matcher time = TIME.matcher(answer);
        if (!time.matches()) {
            return Optional.empty();
        }
        boolean seconds = time.group(2) != null
                && time.group(2).toLowerCase(java.util.Locale.ROOT).startsWith("s");
        return Optional.of(new BigDecimal(time.group(1))
                .multiply(BigDecimal.valueOf(seconds ? 1000 : 1))
                .longValue());
    }

    private static Verdict judged(History history, String question, BiFunction<String, Long, Verdict> judge) {
        Optional<String> answer = Optional.empty();
        for (Event event : history.events()) {
            if (event instanceof Event.Predicted sealed && sealed.question().equals(question)) {
                answer = Optional.of(sealed.answer());
            } else if (event instanceof Event.Noted noted && noted.name().equals(KilledClient.GRANTED_MILLIS)) {
                break;
            }
        }
        Optional<Long> granted = KilledClient.shown(history, KilledClient.GRANTED_MILLIS);
        if (answer.isEmpty()) {
            return Verdict.fail(
                    "an answer, sealed before the client is killed",
                    "no answer yet",
                    "/predict " + question + " <answer>");
        }
        if (granted.isEmpty() || history.noted(KilledClient.GONE_MILLIS).isEmpty()) {
            return KilledClient.isDue(history)
                    ? Verdict.unknown("the client was not killed yet", "/check again")
                    : new Verdict.Skipped("the client is killed once both questions are answered");
        }
        return judge.apply(answer.get(), granted.get()).atNoted(history, KilledClient.GONE_MILLIS);
    }
}
