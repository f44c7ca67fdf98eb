package quorumbook.labs.cluster.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import quorumbook.labs.cluster.process.guard.Guard;

/**
 * The jar that carries {@link Guard} to the servers. Made here rather than by the build, and named by its content, so that
 * it keeps its time stamp: a class-data archive does not fit a jar that was touched.
 */
final class GuardJar {
    private GuardJar() {}

    static Path in(Path state) throws IOException {
        byte[] jar = jar();
        CRC32 content = new CRC32();
        content.update(jar);
        Path file = state.resolve("guard-" + Long.toHexString(content.getValue()) + ".jar");
        if (!Files.exists(file)) {
            Whole.write(file, jar);
        }
        return file;
    }

    private static byte[] jar() throws IOException {
        String name = Guard.class.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = Objects.requireNonNull(Guard.class.getResourceAsStream("Guard.class"), name);
                JarOutputStream jar = new JarOutputStream(bytes)) {
            JarEntry entry = new JarEntry(name);
            entry.setTime(0);
            jar.putNextEntry(entry);
            in.transferTo(jar);
            jar.closeEntry();
        }
        return bytes.toByteArray();
    }
}
