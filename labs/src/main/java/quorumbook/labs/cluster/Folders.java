package quorumbook.labs.cluster;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Taking folders away, also while a dying server or another sweeper takes files out of them. */
public final class Folders {
    private static final int ATTEMPTS = 5;

    private Folders() {}

    /** Deletes the folder and all that is in it; whether it was there does not matter. Links are not followed. */
    public static void delete(Path folder) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Files.walkFileTree(folder, new Deletion());
                return;
            } catch (NoSuchFileException e) {
                if (!Files.exists(folder)) {
                    return;
                }
                giveUpAfter(attempt, e);
            } catch (DirectoryNotEmptyException e) {
                giveUpAfter(attempt, e);
            }
        }
    }

    /** Copies all that is in a folder into another, which is made if need be; links are copied as links. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(source));
                if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    /** Deletes the folder if nothing is in it; tells whether it is gone. */
    public static boolean deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }

    /** As {@link #delete}, and the folder that it lies in if nothing else is there. */
    public static void deleteWithEmptyParent(Path folder) throws IOException {
        delete(folder);
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            deleteIfEmpty(parent);
        }
    }

    private static void giveUpAfter(int attempt, IOException e) throws IOException {
        if (attempt == ATTEMPTS) {
            throw e;
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException && Files.exists(file.getParent())) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            if (e != null) {
                throw e;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
