package quorumbook.repl.timeline;

/** What somebody is between two marks. */
public enum State {
    LEADS("leads"),
    SERVES("serves"),
    LOOKS("looks for a leader"),
    /** Runs, and has not said yet as what. */
    RUNS("runs"),
    SILENT("does not answer"),
    PAUSED("is paused"),
    ISOLATED("is cut off"),
    DOWN("is down"),
    WAITS("waits"),
    HOLDS("holds"),
    IS_THERE("is there"),
    GONE("is gone");

    private final String words;

    State(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
