package quorumbook.repl.intake;

import java.io.IOException;
import java.util.List;

/** A file or folder of a submission, on a disk or in a zip; nothing is known of it but what its maker wanted. */
interface Item {
    /** More than that in one folder or zip was not made by hand. */
    int MOST_ENTRIES = 10_000;

    /** What an item is, before anything of it is opened. */
    enum Kind {
        FILE("a file"),
        FOLDER("a folder"),
        LINK("a link"),
        OTHER("neither a file nor a folder");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    String name();

    /** Its path below the submission, for a sentence: harmless. */
    String shown();

    Kind kind();

    /**
     * What is in the folder, by name; two can have the same name.
     *
     * @throws Refusal if that is too much
     * @throws IOException if it cannot be read
     */
    List<Item> inside() throws IOException;

    /**
     * The file's bytes.
     *
     * @throws Refusal if there are more than {@code most}, or the zip does not hold together
     * @throws IOException if they cannot be read
     */
    byte[] bytes(int most) throws IOException;

    /** Whether a person looking into the folder would see it. */
    default boolean isVisible() {
        return !name().startsWith(".")
                && !name().equals("__MACOSX")
                && !name().equalsIgnoreCase("Thumbs.db")
                && !name().equalsIgnoreCase("desktop.ini");
    }

    /** A size as people write it. */
    static String size(int bytes) {
        return bytes >= 1024 * 1024 ? bytes / (1024 * 1024) + " MiB" : bytes / 1024 + " KiB";
    }
}
