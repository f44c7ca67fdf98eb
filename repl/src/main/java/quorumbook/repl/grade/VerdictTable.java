package quorumbook.repl.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import quorumbook.repl.file.WholeFile;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.Outcome;

/**
 * All verdicts as CSV, sorted by learner and exercise, and nothing that differs from run to run: two runs of the same
 * submissions with the same seed can be compared byte by byte.
 */
public final class VerdictTable {
    /** What it is called in the output folder. */
    public static final String FILE = "verdicts.csv";

    private static final String HEADER = "learner,exercise,verdict,checks\n";

    private VerdictTable() {}

    public static String csv(List<AttemptResult> results) {
        return results.stream()
                .sorted(Comparator.comparing(AttemptResult::learner).thenComparing(AttemptResult::exercise))
                .map(VerdictTable::row)
                .collect(Collectors.joining("", HEADER, ""));
    }

    /** Writes it into the folder, whole or not at all; returns its file. */
    public static Path write(Path folder, List<AttemptResult> results) throws IOException {
        return WholeFile.write(folder.resolve(FILE), csv(results));
    }

    private static String row(AttemptResult result) {
        String checks = result.checks().stream()
                .map(check -> check.id() + "=" + word(check.verdict()))
                .collect(Collectors.joining(" "));
        return cell(result.learner()) + "," + cell(result.exercise()) + "," + word(result.verdict()) + ","
                + cell(checks) + "\n";
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** In quotation marks where it needs them; a beginning that a spreadsheet would calculate is made text. */
    private static String cell(String text) {
        String plain = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean simple = plain.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter < ' ');
        return simple ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }
}
