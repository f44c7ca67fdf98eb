package quorumbook.repl.intake;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import quorumbook.repl.file.Sha256;

/** Names that a learner has chosen, made harmless. */
final class Names {
    private static final int LONGEST_KEY = 72;
    private static final int LONGEST_SHOWN = 120;
    private static final Set<Integer> LETTERS_THAT_NOBODY_SEES =
            Set.of(0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180c, 0x180d, 0x180f, 0x3164, 0xffa0);
    private static final Pattern WINDOWS_DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private Names() {}

    /**
     * A learner's key: letters of any script, digits, {@code . _ - @ +}; it begins with a letter, a digit or an underscore,
     * so that no shell, table or page takes it for something else.
     */
    static String key(String name) {
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        StringBuilder kept = new StringBuilder();
        normal.codePoints().map(each -> isPlain(each) ? each : '-').forEach(kept::appendCodePoint);
        String key = kept.toString()
                .replaceAll("\\.{2,}", ".")
                .replaceAll("-{2,}", "-")
                .replaceAll("^[^\\p{L}\\p{N}_]+", "")
                .replaceAll("[.-]+$", "");
        if (key.isEmpty()) {
            key = "learner";
        }
        if (bytes(key) > LONGEST_KEY) {
            String sum = Sha256.of(name).substring(0, 8);
            key = cut(key, LONGEST_KEY - sum.length() - 1).replaceAll("[.-]+$", "") + "-" + sum;
        }
        return WINDOWS_DEVICE.matcher(key).matches() ? "_" + key : key;
    }

    private static boolean isPlain(int point) {
        if (LETTERS_THAT_NOBODY_SEES.contains(point) || isVariationSelector(point)) {
            return false;
        }
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || "._-@+".indexOf(point) >= 0;
    }

    private static boolean isVariationSelector(int point) {
        return point >= 0xfe00 && point <= 0xfe0f || point >= 0xe0100 && point <= 0xe01ef;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String cut(String text, int most) {
        String cut = text;
        while (bytes(cut) > most) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }

    /** Two keys are one on some disk if they are equal by this. */
    static String folded(String key) {
        return Normalizer.normalize(key, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** A name, or a library's words with a name in them, fit for a sentence: nothing moves, hides or goes on for ever. */
    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(LONGEST_SHOWN).forEach(point -> {
            if (isHarmless(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append(String.format("\\u{%x}", point));
            }
        });
        return name.codePointCount(0, name.length()) > LONGEST_SHOWN ? shown + "…" : shown.toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !LETTERS_THAT_NOBODY_SEES.contains(point);
        };
    }
}
