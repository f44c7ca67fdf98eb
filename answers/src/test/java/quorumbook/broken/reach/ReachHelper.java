package quorumbook.broken.reach;

import java.io.IOException;
import org.testcontainers.DockerClientFactory;

/** Breaks one rule a method; its name and its package break two more. */
final class ReachHelper {
    private ReachHelper() {}

    static String jshell() {
        return jdk.jshell.JShell.create().toString();
    }

    static String jline() throws IOException {
        return org.jline.terminal.TerminalBuilder.terminal().getName();
    }

    static Object testcontainers() {
        return DockerClientFactory.instance();
    }

    static void print() {
        System.out.println();
    }

    static Process start() throws IOException {
        return new ProcessBuilder().start();
    }

    static void sleep() throws InterruptedException {
        Thread.sleep(1);
    }

    static void exit() {
        System.exit(1);
    }
}
