package quorumbook.repl.timeline;

/**
 * How the parts of one timeline are named on a page that may hold several.
 *
 * @param prefix what its ids begin with; empty if the page holds no other
 * @param what is shown, for whoever does not see it: {@code The attempt}
 */
record Naming(String prefix, String what) {
    String id(String name) {
        return prefix + name;
    }

    /** The id of a moment's marks in the picture. */
    String mark(Moment moment) {
        return id("p" + moment.number());
    }

    /** The id of a moment's row in the table. */
    String row(Moment moment) {
        return id("m" + moment.number());
    }
}
