package quorumbook.repl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.Outcome;

/**
 * What a wrong answer is known again by: the checks that fail, and what each of them expected and found, without that which
 * differs from attempt to attempt. Names and values are drawn anew each time, races lose another number of writes, and
 * another broker leads; the servers of an ensemble are the same each time.
 */
record Fingerprint(List<Failed> failed) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** The four digits with which a given word ends: {@code /shop-4f2a}. */
    private static final Pattern GIVEN = Pattern.compile("-[0-9a-f]{4}(?![0-9a-z])");

    /** Such words that stand by themselves, one or a list: which of the keys move is drawn as well. */
    private static final Pattern GIVEN_WORDS =
            Pattern.compile("(?<![/\\w-])[a-z]+-[0-9a-f]{4}(?![0-9a-z/-])(?:, [a-z]+-[0-9a-f]{4}(?![0-9a-z/-]))*");

    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-f…]+");
    /** The number that a server appends, to whatever name: {@code n-0000000007}. */
    private static final Pattern SEQUENTIAL = Pattern.compile("\\d{10}");

    private static final Pattern BROKER = Pattern.compile("\\bkafka\\d+");
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9])[0-9…]+(?:\\.[0-9]+)?");

    Fingerprint {
        failed = List.copyOf(failed);
    }

    /** A check that failed; its texts are without what differs. */
    record Failed(String check, String expected, String actual) {
        static Failed of(String check, String expected, String actual) {
            return new Failed(check, steady(expected), steady(actual));
        }
    }

    static Fingerprint of(AttemptResult result) {
        return new Fingerprint(result.checks().stream()
                .filter(check -> check.verdict() == Outcome.FAIL)
                .map(check -> Failed.of(check.id(), check.expected(), check.actual()))
                .toList());
    }

    /** Of the page that a learner sees, as text: {@code ✗ claim  check}, and below it what was expected and found. */
    static Fingerprint ofPage(String page) {
        List<Failed> failed = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        String expected = "";
        for (String line : page.lines().toList()) {
            if (line.startsWith("✗ ")) {
                waiting.add(line.substring(line.lastIndexOf(' ') + 1));
            } else if (line.startsWith("  expected ")) {
                expected = line.substring("  expected ".length());
            } else if (line.startsWith("  actual ")) {
                // Checks that say the same say it once, below the last of them.
                for (String check : waiting) {
                    failed.add(Failed.of(check, expected, line.substring("  actual ".length())));
                }
                waiting.clear();
            }
        }
        return new Fingerprint(failed);
    }

    private static String steady(String text) {
        String one = BLANKS.matcher(text.strip()).replaceAll(" ");
        one = GIVEN_WORDS.matcher(one).replaceAll("•");
        one = GIVEN.matcher(one).replaceAll("-•");
        one = HEXADECIMAL.matcher(one).replaceAll("0x•");
        one = SEQUENTIAL.matcher(one).replaceAll("•");
        one = BROKER.matcher(one).replaceAll("kafka•");
        return NUMBER.matcher(one).replaceAll("•");
    }
}
