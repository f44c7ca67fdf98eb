package quorumbook.labs.cluster.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import quorumbook.labs.cluster.Software;
import quorumbook.labs.cluster.config.JvmFlags;

/**
 * The class-data archives of this state folder: what a server's JVM would otherwise read, parse and verify at every start.
 * One per line-up and JDK build, named by all that it depends on, so that an update makes it missing rather than wrong. A
 * JVM checks that an archive fits but not that it is whole: its checksum lies beside it.
 */
final class Archives {
    private final Path folder;
    private final GuardedClassPath classPath;
    /** When the archives whose checksum was found right were written: summing up is not for every start. */
    private final Map<Path, FileTime> whole = new ConcurrentHashMap<>();

    Archives(Path state, GuardedClassPath classPath) {
        this.folder = state.resolve("cds");
        this.classPath = classPath;
    }

    /** The archive for the line-up, if there is one that fits and is whole. */
    Optional<Path> of(Software software) {
        Path archive = file(software);
        try {
            return Files.exists(archive) && isWhole(archive) ? Optional.of(archive) : Optional.empty();
        } catch (IOException e) {
            // As good as none: an archive is never needed.
            return Optional.empty();
        }
    }

    /** Where a JVM in training writes; {@link #adopt} then makes it the archive of the line-up. */
    Path draft(Software software, String run) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(software.lineup() + "-" + run + ".draft");
    }

    /** Takes the draft into use, and away what the line-up had before for this JDK; another JDK's stays. */
    void adopt(Software software, Path draft) throws IOException {
        Path archive = file(software);
        String ours = ours(software);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path old : files.filter(file -> file.getFileName().toString().startsWith(ours))
                    .toList()) {
                Files.deleteIfExists(old);
            }
        }
        Whole.write(checksum(archive), Long.toString(sum(draft)).getBytes(UTF_8));
        Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
    }

    Path folder() {
        return folder;
    }

    private Path file(Software software) {
        return folder.resolve(ours(software) + Integer.toHexString(contents(software)) + ".jsa");
    }

    private static String ours(Software software) {
        return software.lineup() + "-jdk" + Runtime.version().feature() + "-" + Integer.toHexString(jdk()) + "-";
    }

    /** Which build of the JDK: hashes of text alone are the same in every JVM. */
    private static int jdk() {
        return Stream.of("java.home", "java.vm.version", "java.vm.vendor", "os.arch")
                .map(System::getProperty)
                .toList()
                .hashCode();
    }

    private int contents(Software software) {
        StringBuilder all = new StringBuilder().append(JvmFlags.tuned(software));
        for (Path jar : classPath.jars(software)) {
            all.append('\n').append(jar).append(' ').append(jar.toFile().length());
            all.append(' ').append(jar.toFile().lastModified());
        }
        return all.toString().hashCode();
    }

    private boolean isWhole(Path archive) throws IOException {
        FileTime written = Files.getLastModifiedTime(archive);
        if (written.equals(whole.get(archive))) {
            return true;
        }
        Path checksum = checksum(archive);
        boolean right = Files.exists(checksum) && Files.readString(checksum).equals(Long.toString(sum(archive)));
        if (right) {
            whole.put(archive, written);
        }
        return right;
    }

    private static Path checksum(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".crc");
    }

    private static long sum(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            CRC32 sum = new CRC32();
            sum.update(bytes);
            return sum.getValue();
        }
    }
}
