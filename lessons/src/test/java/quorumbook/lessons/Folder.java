package quorumbook.lessons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of lessons written by a test. */
record Folder(Path path) {
    static final LessonId TREE = LessonId.of("zookeeper/tree");

    Folder syllabus(String text) {
        return write(Syllabus.FILE, text);
    }

    /** One track with one lesson, whose text this is. */
    Folder tree(String text) {
        return syllabus("tracks:\n  - name: zookeeper\n    title: ZooKeeper\n    lessons:\n      - tree\n")
                .write("zookeeper/tree.md", text);
    }

    Folder write(String name, String text) {
        try {
            Files.createDirectories(path.resolve(name).getParent());
            Files.writeString(path.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Lesson readTree() {
        return new LessonReader(path).read(TREE);
    }
}
