package quorumbook.answers.attack;

import java.util.Set;

/**
 * Who needs a clause, and for what.
 *
 * @param sample the history that shows it; empty text if none does
 * @param checks those that said something else without the clause, or, if none did, those that come to it
 */
public record Need(Degree degree, String sample, Set<String> checks) implements Comparable<Need> {
    /** What happens when the clause is taken out, the worst first. */
    public enum Degree {
        WRONG_PASSES("wrong answer passes"),
        WRONG_ESCAPES("check lets wrong answer by"),
        RIGHT_REFUSED("right answer refused"),
        RIGHT_UNKNOWN("right answer not judged"),
        DOUBT_PASSES("no evidence, yet a pass"),
        DOUBT_BLAMED("no evidence, yet a fail"),
        OTHERWISE("judged otherwise"),
        ALONE("judged otherwise, if asked out of turn"),
        WORDS("other words on the page"),
        WORDS_ALONE("other words, if asked out of turn"),
        SURVIVED("SURVIVED");

        private final String words;

        Degree(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    @Override
    public int compareTo(Need other) {
        return degree.compareTo(other.degree);
    }

    static Need none(Set<String> checks) {
        return new Need(Degree.SURVIVED, "", checks);
    }
}
