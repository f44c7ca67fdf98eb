package quorumbook.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.catalogue.Catalogue;

/** A hostile submission: what it runs into and what it is shown stand in its first lines. */
record Hostile(String name, String written) {
    private static final String LIMIT = "// limit: ";
    private static final String SHOWS = "// shows: ";
    private static final String EXERCISE = "// exercise: ";
    private static final LabId USUAL = LabId.of("zookeeper/tree");
    private static final long ANOTHERS_SEED = 99;

    static List<Hostile> all() throws IOException {
        Path folder = Answers.FOLDER.resolve("src/test/resources/attacks");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(file -> new Hostile(file.getFileName().toString().replaceFirst("\\.jsh$", ""), read(file)))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exercise that it is handed in for: one with programs if its copies attack. */
    Lab lab() {
        return Catalogue.of(after(EXERCISE).stream().findFirst().map(LabId::of).orElse(USUAL));
    }

    /** The limits that it must be named for. */
    List<String> limits() {
        return after(LIMIT);
    }

    /** Words that its transcript must have. */
    List<String> shows() {
        return after(SHOWS);
    }

    private List<String> after(String mark) {
        return written.lines()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    String text(Target target) throws IOException {
        return target.aimed(written)
                .replace("@SLOW_TO_COMPILE@", slow())
                .replace("@LARGE_TO_COMPILE@", large())
                .replace("@MANY_LINES@", "void open() {\n" + "if (true) {\n".repeat(9_000))
                .replace("@ANOTHERS_ANSWER@", anothersAnswer(lab()));
    }

    /** Types that double from line to line, which the compiler writes out each time. */
    private static String slow() {
        return IntStream.range(0, 12)
                .mapToObj(number -> "class Slow" + number + " { static class P<A, B> {} "
                        + "static <A, B> P<A, B> p(A a, B b) { return null; } static void f() { Object x0 = null; "
                        + IntStream.rangeClosed(1, 18)
                                .mapToObj(i -> "var x" + i + " = p(x" + (i - 1) + ", x" + (i - 1) + ");")
                                .collect(Collectors.joining(" "))
                        + " } }")
                .collect(Collectors.joining("\n"));
    }

    /** Constants that are four times as long from line to line. */
    private static String large() {
        return "class Large { static final String A0 = \"" + "x".repeat(64) + "\"; "
                + IntStream.rangeClosed(1, 14)
                        .mapToObj(i ->
                                "static final String A" + i + " = A" + (i - 1) + (" + A" + (i - 1)).repeat(3) + ";")
                        .collect(Collectors.joining(" "))
                + " }";
    }

    /** With the other's values written out where the text names them. */
    private static String anothersAnswer(Lab lab) {
        String text = Answers.right(lab.id()).stream()
                .filter(each -> each.name().equals("answer"))
                .findFirst()
                .orElseThrow()
                .text();
        for (Map.Entry<String, String> value : lab.given(ANOTHERS_SEED).values().entrySet()) {
            text = text.replaceAll("\\$" + value.getKey() + "\\b", value.getValue());
        }
        return text;
    }
}
