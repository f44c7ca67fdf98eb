package quorumbook.repl.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a class handed in.
 *
 * @param learners one for each submission, no two with the same name, in an order that depends on nothing but their paths
 * @param remarks sentences for the teacher on what is no submission
 */
public record Intakes(List<Intake> learners, List<String> remarks) {
    private static final Pattern OTHER_ARCHIVE = Pattern.compile("(?is).*\\.(rar|7z|tar|gz|tgz|bz2|xz|zst|jar|war)");

    public Intakes {
        learners = List.copyOf(learners);
        remarks = List.copyOf(remarks);
    }

    /**
     * Opens what {@code grade} was given: submissions, and folders of submissions. A file is one submission. A folder is
     * one if the folder of a track is directly in it, such as {@code zookeeper}; or if it is a git checkout, and none of
     * the folders in it has one. Any other folder is a class: all in it but files of other kinds is a submission each,
     * and what is hidden is ignored.
     *
     * @throws IllegalArgumentException if one of the paths is not there: a sentence that names it
     */
    public static Intakes of(List<Path> submissions, Collection<String> exercises) {
        return new Opening(exercises).open(submissions);
    }

    /** Finds the submissions, opens each, and tells apart those of the same name. */
    private static final class Opening {
        private final Collection<String> exercises;
        private final Collecting tracks;
        private final List<String> remarks = new ArrayList<>();
        // Sorted, so that a name does not depend on the order in which the submissions were given.
        private final Set<Path> found = new TreeSet<>();

        Opening(Collection<String> exercises) {
            this.exercises = exercises;
            this.tracks = new Collecting(exercises, remarks);
        }

        Intakes open(List<Path> submissions) {
            for (Path submission : submissions) {
                Path real;
                try {
                    real = submission.toRealPath();
                } catch (IOException e) {
                    throw new IllegalArgumentException(
                            "There is no " + submission + ". Give a folder of submissions, or a submission: a folder, "
                                    + "a git checkout, or a zip.",
                            e);
                }
                find(real);
            }
            return new Intakes(
                    toldApart(found.stream()
                            .map(path -> Map.entry(path, Intake.of(path, exercises)))
                            .toList()),
                    remarks);
        }

        private void find(Path given) {
            try {
                if (!Files.isDirectory(given) || isOne(given)) {
                    found.add(given);
                    return;
                }
                for (DiskItem child : DiskItem.folder(given).entries()) {
                    if (child.isVisible()) {
                        findIn(given, child);
                    }
                }
            } catch (IOException e) {
                // What it is cannot be told; opened as a submission, it says why.
                found.add(given);
            }
        }

        private void findIn(Path group, DiskItem child) {
            if (isOutput(child.path())) {
                remarks.add(child.shown() + " in " + Names.shown(group.toString())
                        + " is what an earlier run wrote, and is not taken.");
            } else if (child.kind() != Item.Kind.FILE || isArchive(child.path())) {
                found.add(child.path());
            } else {
                remarks.add(child.shown() + " in " + Names.shown(group.toString())
                        + " is no submission, and is not taken.");
            }
        }

        /** Whether grading wrote into that folder: it may lie among the submissions. */
        private static boolean isOutput(Path folder) {
            return Files.isDirectory(folder.resolve("receipts")) && Files.isRegularFile(folder.resolve("index.jsonl"));
        }

        private static boolean isArchive(Path file) {
            String name = file.getFileName().toString();
            try {
                return Intake.isCalledZip(name) || OTHER_ARCHIVE.matcher(name).matches() || Intake.isZip(file);
            } catch (IOException e) {
                return true; // opened as a submission, it says why it cannot be read
            }
        }

        private boolean isOne(Path folder) throws IOException {
            List<Item> visible = Collecting.visible(DiskItem.folder(folder));
            boolean ownTracks = false;
            boolean othersTracks = false;
            for (Item child : visible) {
                boolean holds = child.kind() == Item.Kind.FOLDER && holdsTracks(child);
                othersTracks |= holds;
                // a learner may have the name of a track: then the tracks are in there
                ownTracks |= !holds && tracks.holdsTracks(List.of(child));
            }
            return ownTracks || !othersTracks && Files.exists(folder.resolve(".git"));
        }

        private boolean holdsTracks(Item folder) {
            try {
                return tracks.holdsTracks(folder.inside());
            } catch (IOException e) {
                return false; // unreadable or overfull: it shows when it is opened
            }
        }

        private static List<Intake> toldApart(List<Map.Entry<Path, Intake>> opened) {
            Set<String> taken = opened.stream()
                    .map(each -> Names.folded(each.getValue().learner()))
                    .collect(Collectors.toCollection(HashSet::new));
            Set<String> met = new HashSet<>();
            List<Intake> apart = new ArrayList<>();
            for (Map.Entry<Path, Intake> each : opened) {
                Intake intake = each.getValue();
                String shared = intake.learner();
                if (met.add(Names.folded(shared))) {
                    apart.add(intake);
                    continue;
                }
                int number = 2;
                while (!taken.add(Names.folded(shared + "-" + number))) {
                    number++;
                }
                apart.add(intake.called(
                        shared + "-" + number,
                        "Called " + shared + "-" + number + " here, since another submission is called " + shared
                                + " too; this one is "
                                + Names.shown(each.getKey().toString()) + "."));
            }
            return apart;
        }
    }
}
