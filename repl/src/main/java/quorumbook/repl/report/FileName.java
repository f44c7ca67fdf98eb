package quorumbook.repl.report;

import java.util.Locale;
import java.util.regex.Pattern;
import quorumbook.repl.file.Sha256;

/** The name of a file, made of a name that anybody may have chosen: any system can have it, and no two names share it. */
final class FileName {
    private static final Pattern TAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?");
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com\\d|lpt\\d|index");
    private static final int LONGEST = 40;
    private static final int DIGITS = 16;

    private FileName() {}

    /** The name itself if it is tame; else what is tame of it, and some digits of its hash. */
    static String of(String name) {
        // The hash begins after two hyphens; a name that has them could pretend to be another's.
        boolean isTame = TAME.matcher(name).matches() && !DEVICE.matcher(name).matches() && !name.contains("--");
        if (isTame) {
            return name;
        }
        String tame =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String stem = tame.isEmpty() ? "x" : tame.substring(0, Math.min(LONGEST, tame.length()));
        return stem.replaceAll("-$", "") + "--" + Sha256.of(name).substring(0, DIGITS);
    }
}
