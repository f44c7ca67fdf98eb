package quorumbook.repl.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the declared files out of one submission, and nothing else. */
final class Collecting {
    private static final int DEEPEST_WRAPPING = 3;

    private final Collection<String> exercises;
    private final Set<String> tracks;
    private final Map<String, Handed> handed = new LinkedHashMap<>();
    private final List<String> remarks;

    /** @param remarks takes what is to be said of this submission */
    Collecting(Collection<String> exercises, List<String> remarks) {
        this.exercises = exercises;
        this.tracks = exercises.stream().map(Collecting::track).collect(Collectors.toSet());
        this.remarks = remarks;
    }

    Map<String, Handed> handed() {
        return handed;
    }

    /** The same for every exercise: nothing of the submission can be had. */
    void nothing(Handed why) {
        exercises.forEach(exercise -> handed.put(exercise, why));
    }

    /** What an exception comes to: a refusal is the learner's, all else is not. */
    static Handed handed(IOException e, String what) {
        if (e instanceof Refusal) {
            return new Handed.Refused(String.valueOf(e.getMessage()));
        }
        String why = e instanceof AccessDeniedException
                ? "permission denied"
                : e.getClass().getSimpleName() + ": " + Names.shown(String.valueOf(e.getMessage()));
        return new Handed.Unread(what + " cannot be read here (" + why + ").");
    }

    private static String track(String exercise) {
        return exercise.substring(0, exercise.indexOf('/'));
    }

    private static String name(String exercise) {
        return exercise.substring(exercise.indexOf('/') + 1);
    }

    /** The folder that holds the tracks: the given one, or the one that is all there is in it, as in many zips. */
    Item root(Item top) throws IOException {
        Item root = top;
        for (int depth = 0; depth < DEEPEST_WRAPPING; depth++) {
            List<Item> visible = visible(root);
            boolean wrapped = visible.size() == 1 && visible.get(0).kind() == Item.Kind.FOLDER;
            if (!wrapped || holdsTracks(visible)) {
                break;
            }
            root = visible.get(0);
        }
        return root;
    }

    /** Whether one of these is, or should be, the folder of a track. */
    boolean holdsTracks(List<Item> items) {
        return items.stream().anyMatch(item -> tracks.stream().anyMatch(item.name()::equalsIgnoreCase));
    }

    static List<Item> visible(Item folder) throws IOException {
        return folder.inside().stream().filter(Item::isVisible).toList();
    }

    /** Takes each exercise from its path below that folder. */
    void take(Item root) throws IOException {
        List<Item> top = visible(root);
        for (String exercise : exercises) {
            try {
                List<Item> inTrack = inTrack(top, track(exercise));
                found(exercise, inTrack).ifPresent(found -> handed.put(exercise, found));
                if (!handed.containsKey(exercise)) {
                    remarkOnTheLikeOf(exercise, top, inTrack);
                }
            } catch (IOException e) {
                handed.put(exercise, handed(e, exercise));
            }
        }
        if (handed.isEmpty() && !holdsTracks(top)) {
            remarks.add("Nothing was handed in: there is no folder "
                    + tracks.stream().sorted().collect(Collectors.joining(" or ")) + " in it.");
        }
    }

    private static List<Item> inTrack(List<Item> top, String track) throws IOException {
        List<Item> inTrack = new ArrayList<>();
        for (Item folder : top) {
            if (folder.name().equalsIgnoreCase(track)) {
                if (folder.kind() != Item.Kind.FOLDER) {
                    throw new Refusal(folder.shown() + " is " + folder.kind().words() + ", where a folder should be.");
                }
                inTrack.addAll(visible(folder));
            }
        }
        return inTrack;
    }

    private Optional<Handed> found(String exercise, List<Item> inTrack) throws IOException {
        String name = name(exercise);
        List<Item> found = inTrack.stream()
                .filter(item -> item.name().equalsIgnoreCase(name + ".jsh")
                        || item.name().equalsIgnoreCase(name + ".java"))
                .toList();
        if (found.size() > 1) {
            String all = found.stream().map(Item::shown).collect(Collectors.joining(" and "));
            throw new Refusal("There is more than one: " + all + ". Hand in one of them.");
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Item item = found.get(0);
        if (item.kind() != Item.Kind.FILE) {
            throw new Refusal(item.shown() + " is " + item.kind().words() + ", where a file should be.");
        }
        return Optional.of(Handed.Text.of(SubmittedText.of(item.bytes(SubmittedText.LARGEST), item.shown())));
    }

    /** A browser that added .txt, a file one folder too high: not taken, since nobody knows, but told. */
    private void remarkOnTheLikeOf(String exercise, List<Item> top, List<Item> inTrack) {
        String like = "(?is)" + java.util.regex.Pattern.quote(name(exercise)) + "([^a-z0-9-].*)?";
        List<Item> all = new ArrayList<>(inTrack);
        all.addAll(top);
        all.stream()
                .filter(item -> item.name().matches(like))
                .findFirst()
                .ifPresent(item -> remarks.add(
                        "There is no " + exercise + ".jsh; there is " + item.shown() + ", which is not taken for it."));
    }
}
