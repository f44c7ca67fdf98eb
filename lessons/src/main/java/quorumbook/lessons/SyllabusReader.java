package quorumbook.lessons;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the little of YAML that a syllabus needs: a list of tracks with a name, a title and a list of lessons. A YAML library
 * takes 20 to 60 ms to say the same, and the first prompt waits for it; a test holds this reader against one.
 */
final class SyllabusReader {
    private final Path file;
    private final List<Syllabus.Track> tracks = new ArrayList<>();
    private final List<LessonId> lessons = new ArrayList<>();
    private String name = "";
    private String title = "";
    private int nameLine;

    private SyllabusReader(Path file) {
        this.file = file;
    }

    static Syllabus read(Path file) {
        SyllabusReader reader = new SyllabusReader(file);
        List<String> lines = LessonReader.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            reader.line(lines.get(i), i + 1);
        }
        reader.endTrack();
        return new Syllabus(reader.tracks);
    }

    private void line(String raw, int number) {
        String line = withoutComment(raw).strip();
        if (line.isEmpty() || line.equals("tracks:") || line.equals("lessons:")) {
            return;
        }
        if (line.startsWith("- name:")) {
            endTrack();
            name = word(value(line), number);
            title = name;
            nameLine = number;
        } else if (name.isEmpty()) {
            throw broken(number, "expected '- name: <track>', found '" + line + "'");
        } else if (line.startsWith("title:")) {
            title = value(line);
        } else if (line.startsWith("lessons:")) {
            inOneLine(value(line), number);
        } else if (line.startsWith("- ")) {
            lessons.add(new LessonId(name, word(line.substring(2).strip(), number)));
        } else {
            throw broken(number, "cannot tell what '" + line + "' is; a track has a name, a title and lessons");
        }
    }

    private void inOneLine(String list, int number) {
        if (!list.startsWith("[") || !list.endsWith("]")) {
            throw broken(number, "expected 'lessons: [first, second]' or one '- lesson' a line, found '" + list + "'");
        }
        for (String lesson : list.substring(1, list.length() - 1).split(",")) {
            lessons.add(new LessonId(name, word(lesson.strip(), number)));
        }
    }

    private void endTrack() {
        if (name.isEmpty()) {
            return;
        }
        if (lessons.isEmpty()) {
            throw broken(nameLine, "track '" + name + "' has no lessons; list one or take the track out");
        }
        tracks.add(new Syllabus.Track(name, title, lessons));
        lessons.clear();
    }

    private String word(String text, int number) {
        if (!LessonId.isWord(text)) {
            throw broken(number, "'" + text + "' is no name: lower case letters, digits and single '-' only");
        }
        return text;
    }

    private static String value(String line) {
        return Manuscript.unquoted(line.substring(line.indexOf(':', line.startsWith("- ") ? 2 : 0) + 1)
                .strip());
    }

    private static String withoutComment(String line) {
        int hash = line.startsWith("#") ? 0 : line.indexOf(" #");
        return hash < 0 ? line : line.substring(0, hash);
    }

    private LessonException broken(int number, String what) {
        return new LessonException(file + ":" + number + ": " + what);
    }
}
