package quorumbook.repl.intake;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * What a class handed in.
 *
 * @param learners one for each submission, no two with the same name, in an order that depends on nothing but their paths
 * @param remarks sentences for the teacher on what is no submission
 */
public record Intakes(List<Intake> learners, List<String> remarks) {
    public Intakes {
        learners = List.copyOf(learners);
        remarks = List.copyOf(remarks);
    }

    /**
     * Opens what {@code grade} was given: submissions, and folders of submissions.
     *
     * @throws IllegalArgumentException if one of the paths is not there: a sentence that names it
     */
    public static Intakes of(List<Path> submissions, Collection<String> exercises) {
        throw new UnsupportedOperationException(submissions + " " + exercises);
    }
}
