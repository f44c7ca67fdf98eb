package quorumbook.labs.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a data folder holds, as two of them are compared: equal if the same files have the same bytes.
 *
 * @param digests of each file's bytes, by its path in the folder
 */
public record DataSum(SortedMap<String, String> digests, long bytes) {
    private static final int SHOWN = 8;

    public DataSum {
        digests = new TreeMap<>(digests);
    }

    public static DataSum ofNothing() {
        return new DataSum(new TreeMap<>(), 0);
    }

    /** Of all files in a folder and below; of nothing if there is no such folder. */
    public static DataSum of(Path folder) throws IOException {
        DataSum sum = ofNothing();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    try (InputStream content = Files.newInputStream(file)) {
                        sum = sum.plus(path, content);
                    }
                }
            }
        }
        return sum;
    }

    /** With one more file, whose bytes are read to their end. */
    public DataSum plus(String path, InputStream content) throws IOException {
        MessageDigest digest = sha256();
        long length = new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
        SortedMap<String, String> more = new TreeMap<>(digests);
        more.put(path, HexFormat.of().formatHex(digest.digest()));
        return new DataSum(more, bytes + length);
    }

    /** With all that another folder holds, which lies in this one under that name. */
    public DataSum and(String name, DataSum folder) {
        SortedMap<String, String> more = new TreeMap<>(digests);
        folder.digests.forEach((path, digest) -> more.put(name + "/" + path, digest));
        return new DataSum(more, bytes + folder.bytes);
    }

    /**
     * That a data folder was set back, as sentences.
     *
     * @param kept what was to be there again
     * @param now what is there
     * @throws ClusterException if it was not, or if there was nothing to set back: that would be a fault that never bit
     */
    public static List<String> setBack(NodeId node, DataSum before, DataSum kept, DataSum now) {
        if (!now.equals(kept)) {
            throw new ClusterException(
                    "The data folder of " + node + " holds " + now + " after it was to be set back to " + kept + ".");
        }
        if (before.equals(kept)) {
            throw new ClusterException("The data folder of " + node + " still held " + kept
                    + ", as when it was kept: there was nothing to set back.");
        }
        return List.of("the data folder held " + before, "it holds " + now + " again");
    }

    /** As it is shown: {@code 5 files of 1290 bytes (sha-256 0d3fa1c2…)}. */
    @Override
    public String toString() {
        MessageDigest all = sha256();
        digests.forEach((path, digest) -> all.update((path + "\n" + digest + "\n").getBytes(StandardCharsets.UTF_8)));
        String shown = HexFormat.of().formatHex(all.digest()).substring(0, SHOWN);
        return digests.size() + " files of " + bytes + " bytes (sha-256 " + shown + "…)";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
