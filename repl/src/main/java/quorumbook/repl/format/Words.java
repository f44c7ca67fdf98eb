package quorumbook.repl.format;

import java.util.Locale;
import quorumbook.repl.result.Outcome;

/** The four words as files have them. */
final class Words {
    private Words() {}

    static String of(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
