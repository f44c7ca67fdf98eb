package quorumbook.repl.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * On a disk. Links are seen and never followed; what is no regular file is never opened: opening a pipe would wait for
 * ever.
 *
 * @param root the submission's folder: a real path
 */
record DiskItem(Path root, Path path, Kind kind) implements Item {
    /** The folder of a submission. */
    static DiskItem folder(Path folder) throws IOException {
        Path real = folder.toRealPath();
        return new DiskItem(real, real, kind(real));
    }

    private static Kind kind(Path path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            return Kind.LINK;
        }
        if (attributes.isDirectory()) {
            return Kind.FOLDER;
        }
        return attributes.isRegularFile() ? Kind.FILE : Kind.OTHER;
    }

    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public String shown() {
        return Names.shown(root.relativize(path).toString().replace('\\', '/'));
    }

    @Override
    public List<Item> inside() throws IOException {
        return List.copyOf(entries());
    }

    /** What is in the folder, by name. */
    List<DiskItem> entries() throws IOException {
        List<DiskItem> found = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
            for (Path child : children) {
                found.add(new DiskItem(root, child, kind(child)));
                if (found.size() > MOST_ENTRIES) {
                    throw new Refusal("The folder holds more than " + MOST_ENTRIES + " files.");
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        found.sort(Comparator.comparing(Item::name));
        return found;
    }

    @Override
    public byte[] bytes(int most) throws IOException {
        if (!path.toRealPath().startsWith(root)) {
            throw new Refusal(shown() + " leads out of the submission.");
        }
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new Refusal(shown() + " is larger than " + Item.size(most) + ".");
            }
            return bytes;
        }
    }
}
