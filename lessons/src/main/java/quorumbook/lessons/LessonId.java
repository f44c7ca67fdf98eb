package quorumbook.lessons;

import java.util.Optional;

/** Joins a lesson's text with its lab and its answers, which lie at equal paths: {@code zookeeper/tree}. */
public record LessonId(String track, String name) {
    public LessonId {
        requireWord(track);
        requireWord(name);
    }

    /** @throws LessonException if the text is not {@code track/name} */
    public static LessonId of(String text) {
        return parse(text)
                .orElseThrow(() -> new LessonException("'" + text
                        + "' is not a lesson's name; one looks like zookeeper/tree (lower case, '-' between words)"));
    }

    /** Empty if the text is not {@code track/name}. */
    public static Optional<LessonId> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !isWord(text.substring(0, slash)) || !isWord(text.substring(slash + 1))) {
            return Optional.empty();
        }
        return Optional.of(new LessonId(text.substring(0, slash), text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return track + "/" + name;
    }

    /** Whether a track, a lesson, a check or a prediction may be called so. By hand: the first prompt waits for it. */
    static boolean isWord(String text) {
        boolean wordMayEnd = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
            boolean joint = letter == '-' && wordMayEnd;
            if (!plain && !joint) {
                return false;
            }
            wordMayEnd = plain;
        }
        return wordMayEnd;
    }

    private static void requireWord(String text) {
        if (!isWord(text)) {
            throw new LessonException(
                    "'" + text + "' cannot be part of a lesson's name: lower case letters, digits and single '-' only");
        }
    }
}
