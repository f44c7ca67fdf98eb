package quorumbook.repl.intake;

import quorumbook.repl.file.Sha256;

/** What one learner handed in for one exercise. */
public sealed interface Handed {
    /** The words for the person reading, of what cannot be judged; empty for a text. */
    String why();

    /**
     * A text to be judged, with line ends of one kind.
     *
     * @param sha256 of the text in UTF-8, in hexadecimal digits
     */
    record Text(String text, String sha256) implements Handed {
        static Text of(String text) {
            return new Text(text, Sha256.of(text));
        }

        @Override
        public String why() {
            return "";
        }
    }

    /** Something that is no text to be judged, and that only the learner can put right. */
    record Refused(String why) implements Handed {}

    /** Something that this machine could not read: nobody knows what it holds, and the learner is not charged. */
    record Unread(String why) implements Handed {}
}
