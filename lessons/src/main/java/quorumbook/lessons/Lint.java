package quorumbook.lessons;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads every lesson as an author's reviewer would. The REPL never needs it; the build runs it on the real lessons. */
public final class Lint {
    private Lint() {}

    /** What there is to mend in the folder that holds the syllabus; errors and warnings in the order of the lessons. */
    public static List<Problem> of(Path folder) {
        Syllabus syllabus;
        try {
            syllabus = Syllabus.in(folder);
        } catch (LessonException e) {
            return List.of(Problem.error(
                    folder.resolve(Syllabus.FILE),
                    1,
                    String.valueOf(e.getMessage()),
                    "see the form in its first lines"));
        }
        List<Problem> problems = new ArrayList<>();
        LessonReader reader = new LessonReader(folder);
        List<Path> written = written(folder);
        checkOrder(folder, syllabus, reader, written, problems);
        for (LessonId id : syllabus.lessons()) {
            if (Files.exists(reader.file(id))) {
                problems.addAll(new LessonLint(reader.file(id)).problems());
            }
        }
        return List.copyOf(problems);
    }

    private static void checkOrder(
            Path folder, Syllabus syllabus, LessonReader reader, List<Path> written, List<Problem> problems) {
        Path file = folder.resolve(Syllabus.FILE);
        List<Path> listed = new ArrayList<>();
        for (LessonId id : syllabus.lessons()) {
            Path lesson = reader.file(id);
            int line = lineOf(file, id);
            if (listed.contains(lesson)) {
                problems.add(Problem.error(file, line, id + " is listed twice", "list it once"));
            } else if (!written.contains(lesson)) {
                problems.add(Problem.error(
                        file,
                        line,
                        id + " is listed, but " + lesson + " does not exist",
                        instead(folder, lesson, written)));
            }
            listed.add(lesson);
        }
        for (Path lesson : written) {
            if (!listed.contains(lesson)) {
                problems.add(
                        Problem.error(lesson, 1, "no track of " + file + " lists this lesson", toList(folder, lesson)));
            }
        }
    }

    private static String instead(Path folder, Path missing, List<Path> written) {
        List<String> names =
                written.stream().map(path -> folder.relativize(path).toString()).toList();
        List<String> near = Nearest.of(folder.relativize(missing).toString(), names);
        return near.isEmpty()
                ? "cp " + folder.resolve("TEMPLATE.md") + " " + missing
                : "the nearest that exists: " + String.join(", ", near);
    }

    private static String toList(Path folder, Path lesson) {
        Path track = folder.relativize(lesson).getName(0);
        String name = lesson.getFileName().toString();
        return "add '- " + name.substring(0, name.length() - ".md".length()) + "' to the lessons of track '" + track
                + "'";
    }

    private static int lineOf(Path syllabus, LessonId id) {
        List<String> lines = LessonReader.lines(syllabus);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("- " + id.name())) {
                return i + 1;
            }
        }
        return 1;
    }

    /** The lessons' files: Markdown one folder down, in folders named as a track may be. */
    private static List<Path> written(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> tracks = Files.newDirectoryStream(folder, Lint::isTrack)) {
            for (Path track : tracks) {
                try (Stream<Path> lessons = Files.list(track)) {
                    lessons.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        } catch (IOException e) {
            throw new LessonException("cannot list the lessons in " + folder + ": " + e.getMessage(), e);
        }
        return files;
    }

    private static boolean isTrack(Path path) {
        String name = path.getFileName().toString();
        boolean ofTheBuild = name.equals("src") || name.equals("target");
        return Files.isDirectory(path) && !ofTheBuild && LessonId.isWord(name);
    }
}
