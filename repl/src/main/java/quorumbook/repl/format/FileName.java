package quorumbook.repl.format;

import quorumbook.repl.file.Sha256;

/**
 * Any text as the name of one file or folder: ASCII, since a JVM in a container without a locale can name no others; never
 * hidden, never a path; two texts never get the same name.
 */
public final class FileName {
    private static final int LONGEST = 80;
    private static final int DIGITS = 10;

    private FileName() {}

    /** The text itself where it will do, else what of it will do, and a few digits of its checksum. */
    public static String of(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9._@+-]", "_").replaceAll("^[.-]|\\.$", "_");
        String name = plain.isEmpty() ? "_" : plain.substring(0, Math.min(LONGEST, plain.length()));
        // A name that looks as if it had a checksum could be somebody's who means to be taken for another.
        boolean itself = name.equals(text) && !name.matches(".*-[0-9a-f]{10}");
        return itself ? name : name + "-" + Sha256.of(text).substring(0, DIGITS);
    }
}
