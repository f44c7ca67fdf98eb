package quorumbook.labs.cluster.process.guard;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * The dead man's switch around a server's {@code main}: the workbook holds the other end of standard input, and the kernel
 * closes it when the workbook ends, even by SIGKILL. Then the server halts.
 */
public final class Guard {
    /** System property: ignore the interrupt signal, where nothing else keeps Ctrl-C away from this JVM. */
    public static final String DEAF = "quorumbook.guard.deaf";

    private static final int HALTED = 137;

    private Guard() {}

    /** @param arguments the server's main class, then its arguments */
    public static void main(String[] arguments) throws Throwable {
        Thread watch = new Thread(Guard::haltWhenStandardInputEnds, "quorumbook-guard");
        watch.setDaemon(true);
        watch.start();
        if (Boolean.getBoolean(DEAF)) {
            ignoreInterrupts();
        }
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** By reflection: the only way to say this in Java is in jdk.unsupported, which the compiler warns of. */
    private static void ignoreInterrupts() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        signal.getMethod("handle", signal, handler)
                .invoke(
                        null,
                        signal.getConstructor(String.class).newInstance("INT"),
                        handler.getField("SIG_IGN").get(null));
    }

    private static void haltWhenStandardInputEnds() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes; a byte would mean nothing.
            }
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        Runtime.getRuntime().halt(HALTED);
    }
}
