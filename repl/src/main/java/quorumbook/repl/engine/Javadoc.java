package quorumbook.repl.engine;

/** Javadoc as plain text. */
final class Javadoc {
    private Javadoc() {}

    static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link|linkplain|literal|value)\\s+([^}]*)}", "$1")
                .replaceAll("(?i)<li>", "- ")
                .replaceAll("(?i)</?p>|<br ?/?>", "\n")
                .replaceAll("<[^>]+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replaceAll("(?m)^[ \t]+", "")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
