package quorumbook.lessons;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** "Did you mean": the known words that fewest letters separate from what was written. */
public final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    /** At most three, nearest first; none that differs in more than a third of what was written, unless it
     * goes on from there. */
    public static List<String> of(String written, Collection<String> known) {
        return known.stream()
                .filter(word ->
                        word.startsWith(written) || distance(written, word) <= Math.max(2, written.length() / 3))
                .sorted(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** Levenshtein's distance, over the last part too, so that "tree" is near "zookeeper/tree". */
    private static int distance(String written, String known) {
        int slash = known.indexOf('/');
        int whole = levenshtein(written, known);
        return slash < 0 ? whole : Math.min(whole, levenshtein(written, known.substring(slash + 1)));
    }

    private static int levenshtein(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
