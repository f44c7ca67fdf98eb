package quorumbook.repl.timeline;

import java.util.Locale;

/**
 * Something that happened in a lane.
 *
 * @param glyph how it is drawn as one character: that of its sign, or the number of who is voted for
 * @param words what happened, a sentence without full stop that names its lane
 */
public record Mark(Lane lane, Sign sign, char glyph, String words) {
    static Mark of(Lane lane, Sign sign, String words) {
        return new Mark(lane, sign, sign.glyph(), words);
    }

    /** A vote for the server of that number. */
    static Mark vote(Lane voter, int leader, String words) {
        String number = Integer.toString(leader, 36).toLowerCase(Locale.ROOT);
        return new Mark(voter, Sign.VOTES, number.length() == 1 ? number.charAt(0) : '+', words);
    }
}
