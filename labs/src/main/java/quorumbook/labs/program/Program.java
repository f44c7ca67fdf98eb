package quorumbook.labs.program;

import java.time.Duration;
import java.util.Optional;

/** One copy of the learner's program, in a JVM of its own. */
public interface Program extends AutoCloseable {
    String client();

    /** The id of its process. */
    long pid();

    /** How its call has ended; empty while it runs. */
    Optional<End> end();

    /** Waits for its end, at most so long. */
    Optional<End> awaitEnd(Duration patience) throws InterruptedException;

    /** What it has printed, its newest 64 KiB. */
    String printed();

    /** Kills its JVM by SIGKILL; returns when the process is gone. */
    void kill() throws InterruptedException;

    /** Freezes its JVM by SIGSTOP; returns when it stands still. */
    void pause() throws InterruptedException;

    /** Lets it go on. */
    void resume() throws InterruptedException;

    /** Ends its JVM in good order, its sessions too; kills it if that takes long. */
    @Override
    void close();

    /** How a call ended. */
    sealed interface End {
        /** In words, a clause: {@code "returned 3"}, {@code "threw NullPointerException"}. */
        String words();

        /** The same without the message of an exception. */
        default String inBrief() {
            return words().split(": ", 2)[0];
        }

        /** The call returned; {@code value} is its text, empty for none. */
        record Returned(String value) implements End {
            @Override
            public String words() {
                return value.isEmpty() ? "returned" : "returned " + value;
            }
        }

        /** The call ended by an exception of the program's. */
        record Threw(String exception) implements End {
            @Override
            public String words() {
                return "threw " + exception;
            }
        }

        /** Its JVM is gone: killed, {@code System.exit}, out of memory. */
        record JvmGone(String how) implements End {
            @Override
            public String words() {
                return "its JVM " + how;
            }
        }
    }
}
