package quorumbook.repl.terminal.look;

import java.util.Locale;
import java.util.Map;

/** What this screen and this person can take; decided once from the environment. */
public record Look(Colours colours, Signs signs, Motion motion) {
    /** The widest column that prose is set in: longer lines are hard to follow back. */
    public static final int PROSE_COLUMNS = 100;

    /** Assumed where nobody can be asked: a pipe, a file, a terminal that does not say. */
    public static final int UNKNOWN_COLUMNS = 80;

    /** Whether tones become colours. */
    public enum Colours {
        ON,
        OFF
    }

    /** Whether a check mark is drawn, or said in ASCII words. */
    public enum Signs {
        GLYPHS,
        WORDS
    }

    /** Whether what was written may be written over, or text is only ever added. */
    public enum Motion {
        REPAINTS,
        APPENDS
    }

    /** What the output is connected to. */
    public enum Output {
        TERMINAL,
        PIPE
    }

    /** The look of a page in a file: no colours, nothing moves. */
    public static Look plain() {
        return new Look(Colours.OFF, Signs.GLYPHS, Motion.APPENDS);
    }

    /** Obeys NO_COLOR, TERM=dumb, ACCESSIBLE and what the locale can write. */
    public static Look of(Map<String, String> environment, Output output) {
        boolean terminal = output == Output.TERMINAL && !"dumb".equals(environment.get("TERM"));
        boolean accessible = isSet(environment, "ACCESSIBLE");
        boolean colours = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Look(
                colours ? Colours.ON : Colours.OFF,
                accessible || !writesUnicode() ? Signs.WORDS : Signs.GLYPHS,
                accessible || !terminal ? Motion.APPENDS : Motion.REPAINTS);
    }

    /** Whether tables are read out row by row: columns mean nothing to an ear. */
    public boolean isSpoken() {
        return signs == Signs.WORDS && motion == Motion.APPENDS;
    }

    /** The text as it can be shown here. */
    public String words(String text) {
        return signs == Signs.WORDS ? Glyphs.inWords(text) : text;
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        return !value.isEmpty() && !"0".equals(value) && !"false".equalsIgnoreCase(value);
    }

    private static boolean writesUnicode() {
        // A Windows console takes wide characters whatever the code page of files is.
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return true;
        }
        return "UTF-8".equalsIgnoreCase(System.getProperty("native.encoding", "UTF-8"));
    }
}
