package quorumbook.lessons;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The order of the lessons; {@code syllabus.yaml} is the only place where it is written. */
public record Syllabus(List<Track> tracks) {
    /** A chapter of lessons that belong together. */
    public record Track(String name, String title, List<LessonId> lessons) {
        public Track {
            lessons = List.copyOf(lessons);
            if (lessons.isEmpty()) {
                throw new LessonException("track '" + name + "' has no lessons; list one or take the track out");
            }
        }
    }

    /** The name of the file in the folder of lessons. */
    public static final String FILE = "syllabus.yaml";

    public Syllabus {
        tracks = List.copyOf(tracks);
        if (tracks.isEmpty()) {
            throw new LessonException(FILE + " lists no lesson; list at least one");
        }
    }

    /** @throws LessonException naming file and line, if the syllabus is missing or broken */
    public static Syllabus in(Path folder) {
        return SyllabusReader.read(folder.resolve(FILE));
    }

    /** All lessons in order. */
    public List<LessonId> lessons() {
        List<LessonId> lessons = new ArrayList<>();
        for (Track track : tracks) {
            lessons.addAll(track.lessons());
        }
        return List.copyOf(lessons);
    }

    /** Where one who has never been here begins. */
    public LessonId first() {
        return lessons().get(0);
    }

    /** Empty after the last lesson, and for one that is not listed. */
    public Optional<LessonId> next(LessonId id) {
        return at(lessons().indexOf(id), 1);
    }

    /** Empty before the first lesson, and for one that is not listed. */
    public Optional<LessonId> previous(LessonId id) {
        return at(lessons().indexOf(id), -1);
    }

    /** The lesson that was meant by {@code zookeeper/tree}, {@code tree} or a beginning that only one lesson has. */
    public Optional<LessonId> find(String text) {
        List<LessonId> lessons = lessons();
        for (LessonId id : lessons) {
            if (id.toString().equals(text) || id.name().equals(text)) {
                return Optional.of(id);
            }
        }
        List<LessonId> begun = lessons.stream()
                .filter(id -> id.toString().startsWith(text) || id.name().startsWith(text))
                .toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }

    /** The listed lessons whose names are most like the text, nearest first; for "did you mean". */
    public List<LessonId> nearest(String text) {
        return Nearest.of(text, lessons().stream().map(LessonId::toString).toList()).stream()
                .map(LessonId::of)
                .toList();
    }

    private Optional<LessonId> at(int index, int step) {
        List<LessonId> lessons = lessons();
        boolean there = index >= 0 && index + step >= 0 && index + step < lessons.size();
        return there ? Optional.of(lessons.get(index + step)) : Optional.empty();
    }
}
