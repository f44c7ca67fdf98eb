package quorumbook.repl.terminal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import quorumbook.repl.desk.Conversation;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.page.Suggestion;
import quorumbook.repl.terminal.look.Lexer;
import quorumbook.repl.terminal.look.Look;
import quorumbook.repl.terminal.look.Row;

/**
 * The line where a learner types: complete when the conversation says so, coloured by what it is written in, and as long as
 * it is empty it shows faintly what Enter would run.
 */
final class EditLine extends ScreenLine {
    private static final String EXPLAIN = "quorumbook-explain";
    private static final String COMPLETE = "quorumbook-complete";

    /** What JLine paints without asking anybody, in weights instead of colours; there is no word for nothing. */
    private static final Map<String, String> WITHOUT_COLOURS = Map.of(
            LineReader.COMPLETION_STYLE_STARTING, "bold",
            LineReader.COMPLETION_STYLE_DESCRIPTION, "faint",
            LineReader.COMPLETION_STYLE_GROUP, "bold");

    private final Conversation conversation;
    private final Look look;
    private final Consumer<Page> above;
    private String offered = "";
    private String lastTab = "";

    EditLine(
            Terminal terminal,
            BottomLine bottom,
            Runnable onResize,
            Conversation conversation,
            Look look,
            Consumer<Page> above) {
        super(terminal, bottom, onResize);
        this.conversation = conversation;
        this.look = look;
        this.above = above;
        setParser(new TypedLine.Reader(conversation));
        setCompleter((reader, line, candidates) -> {
            if (line instanceof TypedLine typed) {
                candidates.addAll(candidates(typed));
            }
        });
        setHighlighter(new Colouring());
        if (look.colours() == Look.Colours.OFF) {
            variables.putAll(WITHOUT_COLOURS);
        }
        widgets.put(COMPLETE, this::completeOrExplain);
        widgets.put(EXPLAIN, this::explain);
        KeyMap<Binding> keys = Objects.requireNonNull(keyMaps.get(LineReader.MAIN));
        keys.bind(new Reference(COMPLETE), "\t");
        keys.bind(new Reference(EXPLAIN), "\u001b[Z", "\u001bOP", "\u001b[11~");
    }

    /** What an empty line stands for; empty for nothing. */
    void offer(String text) {
        offered = text;
        lastTab = "";
    }

    private boolean takeOffer() {
        if (offered.isEmpty() || buf.length() > 0) {
            return false;
        }
        buf.write(offered);
        return true;
    }

    /** An offer that was not taken does not stay on the screen as if it had been. */
    @Override
    protected void cleanup() {
        offered = "";
        super.cleanup();
    }

    @Override
    protected boolean acceptLine() {
        takeOffer();
        return super.acceptLine();
    }

    @Override
    protected boolean forwardChar() {
        return takeOffer() || super.forwardChar();
    }

    @Override
    protected boolean endOfLine() {
        return takeOffer() || super.endOfLine();
    }

    private boolean completeOrExplain() {
        if (takeOffer()) {
            return true;
        }
        List<Suggestion> suggestions = conversation.complete(buf.toString(), buf.cursor());
        boolean again = position().equals(lastTab);
        boolean done;
        if (suggestions.isEmpty() || again && isComplete(suggestions)) {
            done = explain();
        } else if (look.motion() == Look.Motion.APPENDS && suggestions.size() > 1) {
            done = spellOut(suggestions);
        } else {
            done = completeWord();
        }
        lastTab = position();
        return done;
    }

    private boolean isComplete(List<Suggestion> suggestions) {
        TypedLine line = TypedLine.of(buf.toString(), buf.cursor(), suggestions);
        return suggestions.size() == 1 && line.whole(suggestions.get(0)).equals(line.word());
    }

    private boolean explain() {
        Optional<Page> page = conversation.explain(buf.toString(), buf.cursor());
        page.ifPresent(above);
        return page.isPresent();
    }

    /** Extends the word as far as all agree, else lists the choices as lines: nothing is painted over. */
    private boolean spellOut(List<Suggestion> suggestions) {
        TypedLine line = TypedLine.of(buf.toString(), buf.cursor(), suggestions);
        String common = line.commonPrefix();
        if (common.length() > line.word().length()) {
            buf.write(common.substring(line.word().length()));
            return true;
        }
        Page.Writing page = Page.writing();
        suggestions.forEach(suggestion -> page.line(
                Span.code(suggestion.text()),
                Span.faint(suggestion.about().isEmpty() ? "" : "  " + suggestion.about())));
        above.accept(page.done());
        return true;
    }

    private String position() {
        return buf.cursor() + " " + buf;
    }

    private static List<Candidate> candidates(TypedLine line) {
        return line.suggestions().stream()
                .map(suggestion -> new Candidate(
                        line.whole(suggestion),
                        suggestion.text(),
                        emptyToNone(suggestion.group()),
                        emptyToNone(suggestion.about()),
                        null,
                        null,
                        suggestion.finished()))
                .toList();
    }

    /** JLine says null for nothing. */
    @SuppressWarnings("NullAway")
    private static String emptyToNone(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Colours what was typed; for an empty line, shows what is offered. */
    private final class Colouring implements Highlighter {
        @Override
        public AttributedString highlight(LineReader reader, String buffer) {
            if (look.colours() == Look.Colours.OFF) {
                return new AttributedString(buffer);
            }
            if (buffer.isEmpty()) {
                return offered.isEmpty() ? AttributedString.EMPTY : faint(offered + look.words(" ⏎"));
            }
            Lexer lexer = conversation.language(buffer) == Conversation.Language.JAVA ? Lexer.JAVA : Lexer.COMMAND;
            AttributedString coloured = AttributedString.fromAnsi(new Row(lexer.runs(buffer)).painted(look.colours()));
            // A tab or a control character that was typed would be read as something else.
            return coloured.toString().equals(buffer) ? coloured : new AttributedString(buffer);
        }

        private AttributedString faint(String text) {
            return AttributedString.fromAnsi("\u001b[2m" + text + "\u001b[0m");
        }

        @Override
        public void setErrorPattern(Pattern errorPattern) {}

        @Override
        public void setErrorIndex(int errorIndex) {}
    }
}
