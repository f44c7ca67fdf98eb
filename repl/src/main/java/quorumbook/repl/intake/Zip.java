package quorumbook.repl.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A zip in memory, as a tree; nothing is ever written to a disk, and an entry is inflated only when it is asked for, up to
 * its limit. So it does not matter what an entry claims its size is, how entries overlap, or where their names lead.
 */
final class Zip implements AutoCloseable {
    /** A zip of texts is far smaller; one with a repository's history in it may be that large. */
    static final int LARGEST = 32 * 1024 * 1024;

    /** Deeper than that nothing is looked for; and a name may hold thousands of slashes. */
    private static final int DEEPEST = 16;

    /** Dates and owners take some 30 bytes for each file. */
    private static final int MOST_EXTRA = 2 * 1024 * 1024;

    /** The length of a directory's entry without its name and extra fields. */
    private static final int ENTRY = 46;

    private final ZipFile file;
    private final Branch root = new Branch("", "");
    private final List<String> odd = new ArrayList<>();

    private Zip(ZipFile file) {
        this.file = file;
    }

    /** @throws Refusal if these bytes are no zip, or one that nobody would make by hand */
    static Zip open(byte[] bytes) throws Refusal {
        refuseCrowds(bytes);
        ZipFile file;
        try {
            file = ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                    // the central directory says it all; local headers may be as many lies as there are entries
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            // a library that meets made-up numbers does not always say so in an exception meant for that
            throw broken(e);
        }
        Zip zip = new Zip(file);
        for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
            zip.add(entry);
        }
        return zip;
    }

    /**
     * Looks for the mark that each entry of a directory begins with: there are no more entries than that, and they have no
     * more of extra fields, whatever the zip says. A library that believes it would fill the memory.
     */
    private static void refuseCrowds(byte[] bytes) throws Refusal {
        int marks = 0;
        long extra = 0;
        for (int at = 0; at + ENTRY <= bytes.length; at++) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 1 && bytes[at + 3] == 2) {
                marks++;
                extra += (bytes[at + 30] & 0xff) + ((bytes[at + 31] & 0xff) << 8);
            }
        }
        if (marks > Item.MOST_ENTRIES) {
            throw new Refusal("The zip holds more than " + Item.MOST_ENTRIES + " files.");
        }
        if (extra > MOST_EXTRA) {
            throw new Refusal("The zip says more than " + Item.size(MOST_EXTRA) + " about its files.");
        }
    }

    private static Refusal broken(Exception e) {
        String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Refusal("The zip cannot be read: " + Names.shown(what) + ".");
    }

    /** The names that lead out of the zip or nowhere, harmless: nothing of them is taken. */
    List<String> odd() {
        return odd;
    }

    Item root() {
        return root;
    }

    private void add(ZipArchiveEntry entry) {
        // Windows' own packer once wrote backslashes
        String path = entry.getName().replace('\\', '/');
        List<String> steps = new ArrayList<>(List.of(path.split("/", -1)));
        steps.removeIf(step -> step.equals("."));
        boolean folder = steps.size() > 1 && steps.get(steps.size() - 1).isEmpty();
        if (folder) {
            steps.remove(steps.size() - 1);
        }
        if (steps.isEmpty()
                || steps.size() > DEEPEST
                || steps.contains("")
                || steps.contains("..")
                || steps.get(0).matches("[A-Za-z]:.*")) {
            odd.add(Names.shown(entry.getName()));
            return;
        }
        Branch branch = root;
        for (String step : steps.subList(0, steps.size() - 1)) {
            branch = branch.branch(step);
        }
        String name = steps.get(steps.size() - 1);
        if (folder) {
            branch.branch(name);
        } else {
            branch.leaves.add(new Leaf(entry, name, branch.path(name)));
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A folder; in a zip it exists because something is in it. */
    private static final class Branch implements Item {
        private final String name;
        private final String path;
        private final Map<String, Branch> branches = new TreeMap<>();
        private final List<Leaf> leaves = new ArrayList<>();

        Branch(String name, String path) {
            this.name = name;
            this.path = path;
        }

        String path(String child) {
            return path.isEmpty() ? child : path + "/" + child;
        }

        Branch branch(String child) {
            return branches.computeIfAbsent(child, name -> new Branch(name, path(name)));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String shown() {
            return Names.shown(path);
        }

        @Override
        public Kind kind() {
            return Kind.FOLDER;
        }

        @Override
        public List<Item> inside() {
            List<Item> inside = new ArrayList<>(branches.values());
            inside.addAll(leaves);
            return inside;
        }

        @Override
        public byte[] bytes(int most) throws Refusal {
            throw new Refusal(shown() + " is a folder.");
        }
    }

    private final class Leaf implements Item {
        private final ZipArchiveEntry entry;
        private final String name;
        private final String path;

        Leaf(ZipArchiveEntry entry, String name, String path) {
            this.entry = entry;
            this.name = name;
            this.path = path;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String shown() {
            return Names.shown(path);
        }

        @Override
        public Kind kind() {
            return switch (entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG) {
                case 0, UnixStat.FILE_FLAG -> Kind.FILE;
                case UnixStat.DIR_FLAG -> Kind.FOLDER;
                case UnixStat.LINK_FLAG -> Kind.LINK;
                default -> Kind.OTHER;
            };
        }

        @Override
        public List<Item> inside() {
            return List.of();
        }

        @Override
        public byte[] bytes(int most) throws Refusal {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new Refusal(shown() + " is locked with a password.");
            }
            if (entry.getMethod() != ZipArchiveEntry.STORED && entry.getMethod() != ZipArchiveEntry.DEFLATED) {
                throw new Refusal(shown() + " is packed by a method that few programs know; pack it as a plain zip.");
            }
            byte[] bytes;
            try (InputStream in = file.getInputStream(entry)) {
                bytes = in.readNBytes(most + 1);
            } catch (IOException | RuntimeException e) {
                throw broken(e);
            }
            if (bytes.length > most) {
                throw new Refusal(shown() + " is larger than " + Item.size(most) + ".");
            }
            CRC32 sum = new CRC32();
            sum.update(bytes);
            if (bytes.length != entry.getSize() || sum.getValue() != entry.getCrc()) {
                throw new Refusal(shown() + " is damaged: the zip says that it holds something else.");
            }
            return bytes;
        }
    }
}
