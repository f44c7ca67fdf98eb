package quorumbook.repl.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.catalogue.Catalogue;
import quorumbook.lessons.Lesson;
import quorumbook.lessons.LessonId;
import quorumbook.lessons.LessonReader;
import quorumbook.lessons.Syllabus;

/** The lessons in their order, each joined by its id with its lab and, where answers are installed, its answer. */
public final class Book {
    private final Path home;
    private final LessonReader reader;
    private final Syllabus syllabus;

    private Book(Path home, LessonReader reader, Syllabus syllabus) {
        this.home = home;
        this.reader = reader;
        this.syllabus = syllabus;
    }

    /** Opens the book of the project in {@code home}; lessons are read when they are turned to. */
    public static Book in(Path home) {
        Path lessons = home.resolve("lessons");
        return new Book(home, new LessonReader(lessons), Syllabus.in(lessons));
    }

    public Syllabus syllabus() {
        return syllabus;
    }

    public Lesson lesson(LessonId id) {
        return reader.read(id);
    }

    public String title(LessonId id) {
        return reader.title(id);
    }

    /** The lab that goes with the lesson; a lesson to read has none. */
    public Optional<Lab> lab(LessonId id) {
        return Catalogue.find(LabId.of(id.toString()));
    }

    /** Our answer to the exercise, if answers are installed beside the program. */
    public Optional<String> answer(LessonId id) {
        Path file =
                home.resolve("answers").resolve(id.track()).resolve(id.name()).resolve("answer.jsh");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
