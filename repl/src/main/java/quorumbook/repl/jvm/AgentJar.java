package quorumbook.repl.jvm;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The agent's classes alone, out of a jar or a folder that holds the whole workbook: a stranger gets no more. */
final class AgentJar {
    private static final List<String> FOLDERS = List.of("quorumbook/agent", "REPL");
    private static final String NAME = "quorumbook-agent.jar";

    private AgentJar() {}

    /** The jar in that folder, made if it is not there; the same classes give the same bytes. */
    static Path of(Path folder) throws IOException {
        return of(folder, Launch.agentPath());
    }

    /** @param source the jar or folder that holds them */
    static synchronized Path of(Path folder, Path source) throws IOException {
        Path jar = folder.resolve(NAME);
        if (!Files.exists(jar)) {
            Path draft = Files.createTempFile(folder, NAME, ".part");
            try {
                copy(source, draft);
                Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
        return jar;
    }

    private static void copy(Path source, Path jar) throws IOException {
        if (Files.isDirectory(source)) {
            write(source, jar);
            return;
        }
        try (FileSystem zip = FileSystems.newFileSystem(source)) {
            write(zip.getPath("/"), jar);
        }
    }

    private static void write(Path root, Path jar) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String folder : FOLDERS) {
                for (Path file : files(root.resolve(folder))) {
                    ZipEntry entry =
                            new ZipEntry(root.relativize(file).toString().replace('\\', '/'));
                    entry.setTime(0);
                    zip.putNextEntry(entry);
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
