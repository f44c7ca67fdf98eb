package quorumbook.repl.jvm;

/** Thrown to who waits for an answer of a JVM that ended instead. */
@SuppressWarnings("serial")
public final class JvmEnded extends Exception {
    private final transient Ending ending;

    JvmEnded(Ending ending) {
        super("the JVM " + ending.inWords());
        this.ending = ending;
    }

    public Ending ending() {
        return ending;
    }
}
