package quorumbook.repl.terminal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.slf4j.LoggerFactory;

/** Finds the terminal that this process was started in. */
final class Terminals {
    private Terminals() {}

    /** Empty if input or output goes elsewhere. */
    static Optional<Terminal> open(Map<String, String> environment) {
        try {
            JniTerminalProvider provider = new JniTerminalProvider();
            if (!provider.isSystemStream(SystemStream.Input) || !provider.isSystemStream(SystemStream.Output)) {
                return Optional.empty();
            }
            TerminalBuilder builder = TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                    .provider("jni")
                    .nativeSignals(true)
                    // Asks the terminal a question at start-up, whose answer may eat what was typed ahead.
                    .graphemeCluster(false)
                    .dumb(false);
            if (isDumb(environment)) {
                // JLine's own dumb terminal knows no signals; ours is an ordinary one that is never told to do anything.
                builder.type("ansi");
            }
            return Optional.of(builder.build());
        } catch (IOException | IllegalStateException | LinkageError e) {
            LoggerFactory.getLogger(Terminals.class).warn("no line editing here: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Whether the terminal can do nothing but add text. */
    static boolean isDumb(Map<String, String> environment) {
        return "dumb".equals(environment.get("TERM"));
    }
}
