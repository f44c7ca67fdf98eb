package quorumbook.repl.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.agent.Agent;

/** Makes a class-data archive by running a JVM through commands like those to come, which then start in half the time. */
public final class Rehearsal {
    private static final long LONGEST_WRITING_SECONDS = 120;

    private Rehearsal() {}

    /**
     * Writes the archive, whole or not at all; takes a few seconds of one core. Tells whether it is there: a class path
     * with folders in it (a build that was not packaged) cannot have one.
     */
    public static boolean of(Launch launch, Path archive, List<byte[]> commands) throws IOException {
        if (!Files.isRegularFile(Launch.agentPath())) {
            return false;
        }
        Files.createDirectories(archive.toAbsolutePath().getParent());
        Path draft = archive.resolveSibling(
                archive.getFileName() + "." + ProcessHandle.current().pid());
        List<String> options = new ArrayList<>(launch.options());
        options.add(Launch.writeArchive() + draft);
        options.add("-D" + Agent.TRAINING + "=true");
        Launch rehearsed =
                new Launch(launch.javaHome(), launch.classPath(), launch.heapMegabytes(), Optional.empty(), options);
        try (ChildJvm jvm = ChildJvm.start(rehearsed, new Deaf())) {
            for (byte[] command : commands) {
                jvm.command(command);
            }
            jvm.closeWithin(LONGEST_WRITING_SECONDS);
            if (!Files.exists(draft)) {
                return false;
            }
            Files.move(draft, archive, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (JvmEnded e) {
            return false;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Nobody listens to a rehearsal. */
    private static final class Deaf implements Listener {
        @Override
        public void out(String text) {}

        @Override
        public void err(String text) {}

        @Override
        public Optional<String> line() {
            return Optional.empty();
        }

        @Override
        public void event(String sentence) {}

        @Override
        public void report(String what, String value) {}

        @Override
        public void ended(Ending ending) {}
    }
}
