package quorumbook.repl.timeline;

/** Text that is put into HTML or SVG: whoever wrote it, it is shown and never obeyed. */
public final class Markup {
    private Markup() {}

    /** The text fit for an element and for an attribute in quotes. */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(isShown(c) ? Character.toString(c) : "\ufffd");
            }
        });
        return safe.toString();
    }

    /** Characters that show nothing, or turn the direction of what follows, could make text read otherwise than it is. */
    private static boolean isShown(int c) {
        return c == '\n'
                || c == '\t'
                || switch (Character.getType(c)) {
                    case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
                    case Character.FORMAT -> c == 0x200c || c == 0x200d;
                    default -> true;
                };
    }
}
