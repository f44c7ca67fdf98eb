package quorumbook.labs.cluster.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quorumbook.labs.cluster.process.guard.Guard;

/** Every way to keep Ctrl-C away from a server, tried with a JVM, whichever this machine would choose. */
@DisabledOnOs(OS.WINDOWS)
class DetachmentTest {
    @ParameterizedTest
    @EnumSource(names = {"DEAF", "DEAFENED"})
    void aServerThatSharesTheTerminalOutlivesAnInterrupt(Detachment detachment) throws Exception {
        Process server = start(detachment);
        try {
            signal("INT", server.pid());
            assertThat(server.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
            signal("TERM", server.pid());
            assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.destroyForcibly();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerHaltsWhenItsParentLetsGo(Detachment detachment) throws Exception {
        Process server = start(detachment);
        try {
            server.getOutputStream().close();
            assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.destroyForcibly();
        }
    }

    private static Process start(Detachment detachment) throws IOException {
        List<String> java = List.of(
                Child.java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Guard.class.getName(),
                Sleeper.class.getName());
        Process server = new ProcessBuilder(detachment.command(java))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8));
        assertThat(output.readLine()).isEqualTo("up");
        return server;
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).start().waitFor();
    }
}
