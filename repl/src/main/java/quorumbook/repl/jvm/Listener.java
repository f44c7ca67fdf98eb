package quorumbook.repl.jvm;

import java.util.Optional;

/** Hears what a JVM says by itself. Called on threads of the JVM's connection; must not wait for the JVM. */
public interface Listener {
    void out(String text);

    void err(String text);

    /** A line for whoever reads standard input there, without its end; empty at the end of input. May wait. */
    Optional<String> line();

    void event(String sentence);

    /** The learner's code reports something and waits until this returns; called on a thread that may wait. */
    void report(String what, String value);

    /** The JVM is gone and nobody was waiting for an answer of it. */
    void ended(Ending ending);
}
