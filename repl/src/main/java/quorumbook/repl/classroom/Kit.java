package quorumbook.repl.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one system wants in a folder. */
public enum Kit {
    GRADESCOPE(
            "gradescope",
            List.of(
                    new Part("setup.sh", "setup.sh"),
                    new Part("run_autograder.sh", "run_autograder"),
                    new Part("course.conf.sh", "course.conf.sh"),
                    new Part("unfinished.json", "unfinished.json"),
                    new Part("README.md", "README.md"))),
    GITHUB_CLASSROOM(
            "github-classroom",
            List.of(
                    new Part("workflow.yml", ".github/workflows/classroom.yml"),
                    new Part("grade.sh", ".github/quorumbook/grade.sh"),
                    new Part("course.conf.sh", ".github/quorumbook/course.conf.sh"),
                    new Part("unfinished.json", ".github/quorumbook/unfinished.json"),
                    new Part("README.md", ".github/quorumbook/README.md"))),
    CI(
            "ci",
            List.of(
                    new Part("workflow.yml", ".github/workflows/quorumbook.yml"),
                    new Part("quorumbook-ci.sh", "quorumbook-ci.sh"),
                    new Part("README.md", "quorumbook-ci.md")));

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // made with List.of
    private final List<Part> parts;

    Kit(String word, List<Part> parts) {
        this.word = word;
        this.parts = parts;
    }

    /** The kit that is called so on the command line. */
    public static Optional<Kit> named(String word) {
        return Stream.of(values()).filter(kit -> kit.word.equals(word)).findFirst();
    }

    public static List<String> names() {
        return Stream.of(values()).map(kit -> kit.word).toList();
    }

    /** What of it is in the folder already; a link counts, wherever it leads. */
    public List<Path> presentIn(Path folder) {
        return parts.stream()
                .map(part -> folder.resolve(part.target()))
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    /** Writes all of it, over what is there; a link is replaced, not followed. Returns the files, what to read first last. */
    public List<Path> write(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Part part : parts) {
            Path file = folder.resolve(part.target());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.writeString(file, text(part));
            if (part.isScript() && Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            files.add(file);
        }
        return files;
    }

    /** With line ends as shells want them, also where the project was checked out with others. */
    private String text(Part part) throws IOException {
        String name = word + "/" + part.resource();
        try (InputStream in = Kit.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The program is incomplete: it has no " + name + ". Build it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    private record Part(String resource, String target) {
        boolean isScript() {
            return resource.endsWith(".sh") && !resource.startsWith("course.conf");
        }
    }
}
