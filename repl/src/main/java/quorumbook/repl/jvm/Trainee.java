package quorumbook.repl.jvm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A workbook that runs only to have its classes written to an archive. */
public final class Trainee {
    private Trainee() {}

    /**
     * Starts it at a terminal and waits for its end; tells whether it ended well and in time.
     *
     * @param command the whole command line
     * @param terminal the terminal's file
     * @param environment what differs from ours
     */
    public static boolean run(List<String> command, Path terminal, Map<String, String> environment, Duration patience)
            throws IOException, InterruptedException {
        File file = terminal.toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(file)
                .redirectOutput(file)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            return process.waitFor(patience.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
