package quorumbook.repl.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import quorumbook.repl.result.AttemptResult;

/**
 * The wrong answers that have a name, read from the bundle of answers: a folder with {@code <track>/<exercise>/wrong/*.jsh}
 * and, beside each, the page that its author sees. Learners' wrong answers are known again by it. Without the bundle nothing
 * has a name.
 */
public final class KnownMistakes {
    private static final String CAUGHT_BY = "// caught by:";
    private static final String ENDING = ".jsh";
    private static final String PAGE = ".page.txt";

    /** By exercise, and then by what they are known by: several may be told apart by nothing that a check has seen. */
    private final Map<String, Map<Fingerprint, List<Mistake>>> mistakes;

    private KnownMistakes(Map<String, Map<Fingerprint, List<Mistake>>> mistakes) {
        this.mistakes = mistakes;
    }

    /**
     * A wrong answer with a name.
     *
     * @param name says the mistake, such as {@code one-replica}
     * @param caughtBy the check that refuses it
     * @param why what is wrong with it, in a sentence of its author's; may be empty
     */
    record Mistake(String name, String caughtBy, String why) {}

    /** @throws IllegalArgumentException if the folder holds no wrong answer: it is not the one that was meant */
    public static KnownMistakes in(Path folder) {
        Map<String, Map<Fingerprint, List<Mistake>>> mistakes = new LinkedHashMap<>();
        for (Path track : within(folder)) {
            for (Path exercise : within(track)) {
                Map<Fingerprint, List<Mistake>> known = of(exercise.resolve("wrong"));
                if (!known.isEmpty()) {
                    mistakes.put(track.getFileName() + "/" + exercise.getFileName(), known);
                }
            }
        }
        if (mistakes.isEmpty()) {
            throw new IllegalArgumentException("There are no wrong answers in " + folder
                    + ". Name the folder of answers, which has zookeeper/tree/wrong in it, or none.");
        }
        return new KnownMistakes(mistakes);
    }

    private static List<Path> within(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> within = Files.list(folder)) {
            return within.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the answers in " + folder, e);
        }
    }

    private static Map<Fingerprint, List<Mistake>> of(Path folder) {
        Map<Fingerprint, List<Mistake>> known = new LinkedHashMap<>();
        for (Path file : within(folder)) {
            String name = file.getFileName().toString();
            Path page = file.resolveSibling(name.replace(ENDING, PAGE));
            if (name.endsWith(ENDING) && Files.isRegularFile(page)) {
                known.computeIfAbsent(Fingerprint.ofPage(text(page)), print -> new ArrayList<>())
                        .add(mistake(name.replace(ENDING, ""), text(file)));
            }
        }
        known.remove(new Fingerprint(List.of()));
        return known;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Its first line says what catches it, the comment right below that what is wrong. */
    private static Mistake mistake(String name, String text) {
        List<String> comment =
                text.lines().takeWhile(line -> line.startsWith("//")).toList();
        String caughtBy = comment.stream()
                .filter(line -> line.startsWith(CAUGHT_BY))
                .map(line -> line.substring(CAUGHT_BY.length()).strip())
                .findFirst()
                .orElse("");
        StringBuilder why = new StringBuilder();
        for (String line : comment) {
            String words = line.substring(2).strip();
            // What follows the first sentence may be anything, such as commands that were commented out.
            if (!words.matches("(caught by|time limit):.*") && !why.toString().endsWith(".")) {
                why.append(why.isEmpty() ? "" : " ").append(words);
            }
        }
        return new Mistake(name, caughtBy, why.toString());
    }

    /** The wrong answers that fail the same checks with the same evidence: none, one, or some that cannot be told apart. */
    List<Mistake> like(AttemptResult result) {
        return mistakes.getOrDefault(result.exercise(), Map.of()).getOrDefault(Fingerprint.of(result), List.of());
    }
}
