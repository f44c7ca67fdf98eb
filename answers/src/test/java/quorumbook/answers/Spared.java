package quorumbook.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.LabId;

/**
 * The clauses that stay in checks although nobody misses them, each with its reason: {@code answers/spared-clauses.txt}. A
 * line without indentation names the exercise, one with two blanks the clause (or, ending in {@code *}, all that begin so),
 * those with four blanks say why.
 */
record Spared(Map<String, String> reasons) {
    static final Path FILE = Answers.FOLDER.resolve("spared-clauses.txt");

    static Spared of(LabId lab) {
        Map<String, String> reasons = new LinkedHashMap<>();
        String exercise = "";
        String clause = "";
        for (String line : lines()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("    ")) {
                String reason = line.strip();
                if (exercise.equals(lab.toString())) {
                    reasons.merge(clause, reason, (before, more) -> (before + " " + more).strip());
                }
            } else if (line.startsWith("  ")) {
                clause = line.strip();
                if (exercise.equals(lab.toString())) {
                    reasons.put(clause, "");
                }
            } else {
                exercise = line.strip();
            }
        }
        return new Spared(reasons);
    }

    private static List<String> lines() {
        try {
            return Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> reason(String clause) {
        return reasons.entrySet().stream()
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
        return reasons.keySet().stream()
                .filter(spared -> survivors.stream().noneMatch(survivor -> means(spared, survivor)))
                .toList();
    }
}
