package quorumbook.repl.terminal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalExt;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.InfoCmp;
import org.jline.utils.OSUtils;
import org.slf4j.LoggerFactory;
import quorumbook.repl.terminal.look.Look;

/** Finds the terminal that this process was started in. */
final class Terminals {
    /** Terminals that JLine has no capabilities of, by those that it has. */
    private static final Map<String, String> SAME_CAPABILITIES =
            Map.of("tmux", "screen", "tmux-256color", "screen-256color");

    /** Kept, or its level is forgotten with it: what JLine logs would be written over the prompt. */
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private Terminals() {}

    /** Empty if input or output goes elsewhere. */
    static Optional<Terminal> open(Map<String, String> environment) {
        JLINE.setLevel(Level.OFF);
        try {
            TerminalProvider provider = provider();
            if (!provider.isSystemStream(SystemStream.Input) || !provider.isSystemStream(SystemStream.Output)) {
                return Optional.empty();
            }
            String type = environment.getOrDefault("TERM", "");
            // Else JLine starts infocmp, which is a fifth of the time to the prompt.
            String capabilities = InfoCmp.getDefaultInfoCmp(SAME_CAPABILITIES.getOrDefault(type, type));
            if (capabilities != null) {
                InfoCmp.setLoadedInfoCmp(type, capabilities);
            }
            // Else JLine reports one Ctrl-C twice, as a signal and as a key.
            System.setProperty(TerminalBuilder.PROP_SOFTWARE_SIGNALS, "false");
            // JLine's own dumb terminal knows no signals; ours is an ordinary one that is never told to do anything.
            String wanted = isDumb(environment) || type.isEmpty() ? "ansi" : type;
            return Optional.of(OSUtils.IS_WINDOWS ? built(provider, wanted) : opened(provider, wanted));
        } catch (IOException | IllegalStateException | LinkageError e) {
            LoggerFactory.getLogger(Terminals.class).warn("no line editing here: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Terminal built(TerminalProvider provider, String type) throws IOException {
        return TerminalBuilder.builder()
                .system(true)
                .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                .provider(provider.name())
                .nativeSignals(true)
                // Asks the terminal a question at start-up, whose answer may eat what was typed ahead.
                .graphemeCluster(false)
                .dumb(false)
                .type(type)
                .build();
    }

    /** What JLine's builder comes to on a POSIX system, without its search. */
    private static Terminal opened(TerminalProvider provider, String type) throws IOException {
        Charset encoding = Charset.defaultCharset();
        return provider.sysTerminal(
                "quorumbook",
                type,
                false,
                encoding,
                encoding,
                encoding,
                true,
                Terminal.SignalHandler.SIG_DFL,
                false,
                SystemStream.Output);
    }

    /** The quick one; where its library cannot be unpacked and run, the one that asks stty. */
    static TerminalProvider provider() {
        try {
            return new JniTerminalProvider();
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(Terminals.class).warn("JLine's native library cannot be used", e);
            return new ExecTerminalProvider();
        }
    }

    /** What this person and this terminal can take. */
    static Look look(Terminal terminal, Map<String, String> environment) {
        Look look = Look.of(environment, Look.Output.TERMINAL);
        boolean asksStty = terminal instanceof TerminalExt found
                && found.getProvider() != null
                && "exec".equals(found.getProvider().name());
        // Each look at the window's size is a process there: too dear for a line that ticks.
        return asksStty ? new Look(look.colours(), look.signs(), Look.Motion.APPENDS) : look;
    }

    /** Whether the terminal can do nothing but add text. */
    static boolean isDumb(Map<String, String> environment) {
        return "dumb".equals(environment.get("TERM"));
    }
}
