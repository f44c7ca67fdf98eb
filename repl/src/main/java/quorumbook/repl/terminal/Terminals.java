package quorumbook.repl.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.InfoCmp;
import org.slf4j.LoggerFactory;

/** Finds the terminal that this process was started in. */
final class Terminals {
    /** Terminals that JLine has no capabilities of, by those that it has. */
    private static final Map<String, String> SAME_CAPABILITIES =
            Map.of("tmux", "screen", "tmux-256color", "screen-256color");

    private Terminals() {}

    /** Empty if input or output goes elsewhere. */
    static Optional<Terminal> open(Map<String, String> environment) {
        try {
            JniTerminalProvider provider = new JniTerminalProvider();
            if (!provider.isSystemStream(SystemStream.Input) || !provider.isSystemStream(SystemStream.Output)) {
                return Optional.empty();
            }
            String type = environment.getOrDefault("TERM", "");
            // Else JLine starts infocmp, which is a fifth of the time to the prompt.
            Optional.ofNullable(InfoCmp.getDefaultInfoCmp(SAME_CAPABILITIES.getOrDefault(type, type)))
                    .ifPresent(capabilities -> InfoCmp.setLoadedInfoCmp(type, capabilities));
            TerminalBuilder builder = TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                    .provider("jni")
                    .nativeSignals(true)
                    // Asks the terminal a question at start-up, whose answer may eat what was typed ahead.
                    .graphemeCluster(false)
                    .dumb(false);
            if (isDumb(environment)) {
                // JLine's own dumb terminal knows no signals; ours is an ordinary one that is never told to do
                // anything.
                builder.type("ansi");
            }
            return Optional.of(builder.build());
        } catch (IOException | IllegalStateException | LinkageError e) {
            LoggerFactory.getLogger(Terminals.class).warn("no line editing here: {}", e.toString());
            return Optional.empty();
        }
    }

    /** A terminal that nobody sits at: what is typed and what is painted are streams. */
    static Terminal unattended(InputStream typed, OutputStream painted) throws IOException {
        return TerminalBuilder.builder()
                .system(false)
                .streams(typed, painted)
                .provider("jni")
                .type("xterm-256color")
                .size(Size.of(100, 50))
                .graphemeCluster(false)
                .build();
    }

    /** Whether the terminal can do nothing but add text. */
    static boolean isDumb(Map<String, String> environment) {
        return "dumb".equals(environment.get("TERM"));
    }
}
