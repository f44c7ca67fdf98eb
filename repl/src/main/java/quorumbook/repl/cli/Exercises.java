package quorumbook.repl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import quorumbook.labs.Check;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Book;
import quorumbook.repl.rubric.Declared;
import quorumbook.repl.rubric.Rubric;
import quorumbook.repl.rubric.RubricException;

/** Exercises by the names that were given on the command line. */
final class Exercises {
    private Exercises() {}

    /** Those with that name, or all if there are no names, in the order of the syllabus. */
    static List<LessonId> named(List<String> names, Book book, CommandSpec spec) {
        List<LessonId> wanted =
                names.stream().map(name -> named(name, book, spec)).toList();
        return all(book).stream()
                .filter(each -> wanted.isEmpty() || wanted.contains(each))
                .toList();
    }

    /** The one of that name, or wrong usage with a sentence that lists those there are. */
    static LessonId named(String name, Book book, CommandSpec spec) {
        LessonId id = book.syllabus()
                .find(name)
                .orElseThrow(() -> Usage.wrong(
                        spec,
                        "There is no exercise '" + name + "'. There are "
                                + all(book).stream().map(LessonId::toString).collect(Collectors.joining(", "))
                                + "."));
        if (book.lab(id).isEmpty()) {
            throw Usage.wrong(spec, id + " is a lesson to read; there is nothing to check.");
        }
        return id;
    }

    /** All that can be checked, in the order of the syllabus. */
    static List<LessonId> all(Book book) {
        return book.syllabus().lessons().stream()
                .filter(each -> book.lab(each).isPresent())
                .toList();
    }

    /** The rubric in that file, or the plain one. */
    static Rubric rubric(Optional<Path> file, Book book, CommandSpec spec) {
        Map<String, Declared> known = all(book).stream()
                .collect(Collectors.toMap(
                        LessonId::toString,
                        id -> declared(book.lab(id).orElseThrow().checks())));
        if (file.isEmpty()) {
            return Rubric.plain(known);
        }
        try {
            return Rubric.read(file.get(), known);
        } catch (RubricException e) {
            throw Usage.wrong(spec, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Usage.wrong(spec, "Cannot read " + file.get() + " (" + e.getMessage() + ").");
        }
    }

    private static Declared declared(List<Check> checks) {
        return new Declared(
                checks.stream().map(Check::id).toList(),
                checks.stream().filter(Check::isSafety).map(Check::id).collect(Collectors.toSet()));
    }
}
