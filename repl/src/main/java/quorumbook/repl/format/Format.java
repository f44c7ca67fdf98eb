package quorumbook.repl.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import quorumbook.repl.rubric.Scored;

/**
 * A way to write down results that some program reads. The same results give the same files, whatever their order; a file is
 * there whole or not at all, and writing again when more is known replaces it.
 */
public interface Format {
    /** As given on the command line. */
    String name();

    /**
     * Writes into the folder, which is made if it is not there.
     *
     * @param results at most one for each learner and exercise
     * @return the files, all below the folder
     */
    List<Path> write(Path folder, List<Scored> results) throws IOException;
}
