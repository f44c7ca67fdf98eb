package quorumbook.repl.timeline;

/** What a mark says, whatever it looks like: as a character, and in words for a legend. */
public enum Sign {
    LEADS('★', "leads"),
    SERVES('●', "serves"),
    LOOKS('◌', "looks for a leader"),
    VOTES('n', "votes for server n"),
    SILENT('–', "does not answer"),
    STARTS('↑', "started, goes on"),
    PAUSED('‖', "paused"),
    ISOLATED('╳', "cut off"),
    DOWN('○', "down"),
    FAULT('▼', "a fault begins"),
    HEALED('▲', "it is healed"),
    UNPROVED('!', "not proved"),
    TYPED('»', "typed"),
    SEALED('§', "answer sealed"),
    SESSION('◆', "session opened"),
    ASKS('→', "asked"),
    ACKNOWLEDGED('✓', "acknowledged"),
    REFUSED('×', "refused"),
    UNKNOWN('?', "outcome unknown"),
    WAITS('…', "waits"),
    ACQUIRED('■', "acquired"),
    USED('•', "used"),
    RELEASED('□', "released"),
    GONE('†', "gone"),
    CREATED('+', "created"),
    DELETED('-', "deleted"),
    SEEN('·', "looked at, noted");

    private final char glyph;
    private final String words;

    Sign(char glyph, String words) {
        this.glyph = glyph;
        this.words = words;
    }

    public char glyph() {
        return glyph;
    }

    public String words() {
        return words;
    }
}
