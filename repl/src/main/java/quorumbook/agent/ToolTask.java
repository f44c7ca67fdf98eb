package quorumbook.agent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** One run of a command-line tool's main class, whose exit ends the run and not the JVM. */
final class ToolTask extends Task {
    /** What a shell reports after Ctrl-C. */
    private static final int INTERRUPTED = 130;

    private static final int NUDGES_BEFORE_INTERRUPT = 20;

    private final String mainClass;
    private final List<String> arguments;
    private final ToolExit exit;

    ToolTask(String mainClass, List<String> arguments, ToolExit exit) {
        this.mainClass = mainClass;
        this.arguments = arguments;
        this.exit = exit;
    }

    @Override
    byte[] work() throws Exception {
        exit.begin();
        int status;
        try {
            Method main = Class.forName(mainClass).getMethod("main", String[].class);
            main.invoke(null, (Object) arguments.toArray(String[]::new));
            status = exit.status().orElse(0);
        } catch (InvocationTargetException e) {
            exit.unwound();
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (exit.status().isEmpty() && !isStopping()) {
                printUncaught(cause);
            }
            status = exit.status().orElse(1);
        } finally {
            exit.unwound();
            exit.runHooks();
        }
        return ended(isStopping() ? INTERRUPTED : status);
    }

    /** As a JVM prints what its main method threw, which ends at that method. */
    private void printUncaught(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        int end = stack.length;
        while (end > 0 && !stack[end - 1].getClassName().equals(mainClass)) {
            end--;
        }
        thrown.setStackTrace(Arrays.copyOf(stack, end));
        System.err.print("Exception in thread \"main\" ");
        thrown.printStackTrace();
    }

    @Override
    byte[] failed(Throwable thrown) {
        return isStopping() ? stopped() : Message.of(Answer.BROKEN, thrown.toString());
    }

    @Override
    byte[] stopped() {
        return ended(INTERRUPTED);
    }

    private static byte[] ended(int status) {
        return Message.of(Answer.EXIT, out -> out.writeInt(status));
    }

    /** As Ctrl-C does in a shell: the shutdown hooks first; an interrupt for a tool that has none. */
    @Override
    void nudge(Thread running, int times) {
        if (times == 0 && !exit.runHooks()) {
            running.interrupt();
        } else if (times >= NUDGES_BEFORE_INTERRUPT) {
            running.interrupt();
        }
    }
}
