package quorumbook.repl.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one learner handed in.
 *
 * @param learner the name of the folder or zip made harmless: fit for a file's name, a table and a page
 * @param exercises by their id, in the order in which they were asked for; what was not handed in is absent
 * @param remarks sentences for the teacher: what the folder was called, what was not taken and why
 */
public record Intake(String learner, Map<String, Handed> exercises, List<String> remarks) {
    public Intake {
        exercises = Collections.unmodifiableMap(new LinkedHashMap<>(exercises));
        remarks = List.copyOf(remarks);
    }

    /**
     * Opens one submission: a folder, a git checkout, or a zip; also a folder in which there is one zip and nothing else,
     * and any of them with a single folder around it. Never throws for what is in it; what is wrong with it is said
     * exercise by exercise. A link is not followed. Upper and lower case are the same in the names of files.
     *
     * @param exercises ids such as {@code zookeeper/tree}: only {@code zookeeper/tree.jsh} or {@code .java} is taken
     */
    public static Intake of(Path submission, Collection<String> exercises) {
        List<String> remarks = new ArrayList<>();
        String name = nameOf(submission);
        String learner = Names.key(name);
        if (!learner.equals(name)) {
            remarks.add("Handed in as '" + Names.shown(name) + "', called " + learner + " here.");
        }
        Collecting collecting = new Collecting(exercises, remarks);
        try {
            if (Files.isSymbolicLink(submission)) {
                collecting.nothing(new Handed.Unread(
                        Names.shown(name) + " is a link, which is not followed; give what it leads to."));
            } else {
                open(submission, collecting, remarks);
            }
        } catch (IOException e) {
            collecting.nothing(Collecting.handed(e, Names.shown(name)));
        }
        return new Intake(learner, collecting.handed(), remarks);
    }

    /** The same of another name, since somebody else has this one. */
    Intake called(String other, String why) {
        List<String> more = new ArrayList<>(remarks);
        more.add(why);
        return new Intake(other, exercises, more);
    }

    private static String nameOf(Path submission) {
        Path name = submission.toAbsolutePath().normalize().getFileName();
        String whole = name == null ? "" : name.toString();
        return isCalledZip(whole) && !Files.isDirectory(submission)
                ? whole.substring(0, whole.length() - ".zip".length())
                : whole;
    }

    static boolean isCalledZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static void open(Path submission, Collecting collecting, List<String> remarks) throws IOException {
        if (!Files.isDirectory(submission)) {
            if (!Files.isRegularFile(submission)) {
                throw new Refusal("The submission is neither a folder nor a zip.");
            }
            try (InputStream in = Files.newInputStream(submission)) {
                openZip(in.readNBytes(Zip.LARGEST + 1), collecting, remarks);
            }
            return;
        }
        Item root = collecting.root(DiskItem.folder(submission));
        List<Item> visible = Collecting.visible(root);
        if (visible.size() == 1
                && visible.get(0).kind() == Item.Kind.FILE
                && isCalledZip(visible.get(0).name())) {
            openZip(visible.get(0).bytes(Zip.LARGEST), collecting, remarks);
        } else {
            collecting.take(root);
        }
    }

    private static void openZip(byte[] bytes, Collecting collecting, List<String> remarks) throws IOException {
        if (bytes.length > Zip.LARGEST) {
            throw new Refusal("The zip is larger than " + Item.size(Zip.LARGEST) + ".");
        }
        if (!isZip(bytes)) {
            throw new Refusal("The submission is neither a folder nor a zip.");
        }
        try (Zip zip = Zip.open(bytes)) {
            if (!zip.odd().isEmpty()) {
                remarks.add(zip.odd().size() + " of the zip's names lead elsewhere and are not taken, such as '"
                        + zip.odd().get(0) + "'.");
            }
            collecting.take(collecting.root(zip.root()));
        }
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    /** Whether the file begins as zips do, whatever it is called. */
    static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return isZip(in.readNBytes(4));
        }
    }
}
