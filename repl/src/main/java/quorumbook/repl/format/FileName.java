package quorumbook.repl.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Any text as the name of one file or folder: ASCII, since a JVM in a container without a locale can name no others; never
 * hidden, never a path; two texts never get the same name.
 */
public final class FileName {
    private static final int LONGEST = 80;

    private FileName() {}

    /** The text itself where it will do, else what of it will do, and a few digits of its checksum. */
    public static String of(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9._@+-]", "_").replaceAll("^[.-]|\\.$", "_");
        String name = plain.isEmpty() ? "_" : plain.substring(0, Math.min(LONGEST, plain.length()));
        // A name that looks as if it had a checksum could be somebody's who means to be taken for another.
        boolean itself = name.equals(text) && !name.matches(".*-[0-9a-f]{10}");
        return itself ? name : name + "-" + checksum(text);
    }

    private static String checksum(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
