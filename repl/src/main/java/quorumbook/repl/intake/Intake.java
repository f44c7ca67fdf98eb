package quorumbook.repl.intake;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
     * Opens one submission: a folder, a git checkout, or a zip. Never throws for what is in it; what is wrong with it is
     * said exercise by exercise.
     *
     * @param exercises ids such as {@code zookeeper/tree}: only {@code zookeeper/tree.jsh} or {@code .java} is taken
     */
    public static Intake of(Path submission, Collection<String> exercises) {
        throw new UnsupportedOperationException(submission + " " + exercises);
    }
}
