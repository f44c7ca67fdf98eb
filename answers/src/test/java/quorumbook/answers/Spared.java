package quorumbook.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quorumbook.labs.LabId;

/**
 * The clauses that stay in checks although nobody misses them, each with its reason: {@code answers/spared-clauses.txt}. A
 * line without indentation names the exercise ({@code *}: each), one with two blanks the clause (or, ending in {@code *}, all that begin so),
 * those with four blanks say why.
 */
record Spared(Map<String, String> own, Map<String, String> everywhere) {
    static final Path FILE = Answers.FOLDER.resolve("spared-clauses.txt");

    static Spared of(LabId lab) {
        return new Spared(reasons(lab.toString()), reasons("*"));
    }

    private static Map<String, String> reasons(String exercise) {
        Map<String, String> reasons = new LinkedHashMap<>();
        boolean meant = false;
        String clause = "";
        for (String line : lines()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith("  ")) {
                meant = line.strip().equals(exercise);
            } else if (meant && line.startsWith("    ")) {
                reasons.merge(clause, line.strip(), (before, more) -> (before + " " + more).strip());
            } else if (meant) {
                clause = line.strip();
                reasons.put(clause, "");
            }
        }
        return reasons;
    }

    private static List<String> lines() {
        try {
            return Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> reason(String clause) {
        return Stream.of(own, everywhere)
                .flatMap(each -> each.entrySet().stream())
                .filter(spared ->
                        means(spared.getKey(), clause) && !spared.getValue().isEmpty())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean means(String spared, String clause) {
        return spared.endsWith("*")
                ? clause.startsWith(spared.substring(0, spared.length() - 1))
                : clause.equals(spared);
    }

    /** Those that name no survivor: the clause is gone, has changed, or is needed now. */
    List<String> withoutSurvivor(List<String> survivors) {
        return own.keySet().stream()
                .filter(spared -> survivors.stream().noneMatch(survivor -> means(spared, survivor)))
                .toList();
    }
}
