package quorumbook.lessons;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** Reads a lesson with a full Markdown parser: what a Git host shows must be what the workbook shows. */
final class ProseLint extends AbstractVisitor {
    private static final int MOST_WORDS = 25;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?:;])\\s+");
    private static final Pattern UNKIND = Pattern.compile("\\b(simply|just|obviously)\\b", Pattern.CASE_INSENSITIVE);

    private final Path file;
    private final Node document;
    private final Set<Integer> fencesSeen;
    private final List<Problem> problems = new ArrayList<>();
    private final TextContentRenderer words = TextContentRenderer.builder().build();

    ProseLint(Path file, List<String> lines, Manuscript manuscript) {
        this.file = file;
        this.fencesSeen = new TreeSet<>();
        for (Manuscript.Piece piece : manuscript.pieces()) {
            if (piece instanceof Manuscript.Fence) {
                fencesSeen.add(piece.line());
            }
        }
        Parser parser = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build();
        document = parser.parse(String.join("\n", withoutFrontMatter(lines, manuscript)));
    }

    void addTo(List<Problem> all) {
        document.accept(this);
        for (int line : fencesSeen) {
            all.add(Problem.error(
                    file,
                    line,
                    "Markdown does not see a block here (HTML around it?)",
                    "a blank line before the block"));
        }
        all.addAll(problems);
    }

    @Override
    public void visit(FencedCodeBlock fence) {
        int line = line(fence);
        if (!fencesSeen.remove(line) && fence.getInfo().strip().contains(" ")) {
            problems.add(Problem.error(
                    file,
                    line,
                    "'" + fence.getInfo() + "' is inside a list or a quote",
                    "begin it at the left margin"));
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        String text = words.render(paragraph);
        for (String sentence : SENTENCE_END.split(text)) {
            int length = sentence.strip().split("\\s+").length;
            if (length > MOST_WORDS) {
                problems.add(Problem.warning(
                        file,
                        line(paragraph),
                        "a sentence of " + length + " words",
                        "at most " + MOST_WORDS + "; make it two"));
            }
        }
        Matcher unkind = UNKIND.matcher(text);
        if (unkind.find()) {
            problems.add(Problem.warning(
                    file,
                    line(paragraph),
                    "'" + unkind.group() + "' tells who is stuck that it is easy",
                    "take the word out"));
        }
    }

    private static int line(Node node) {
        return node.getSourceSpans().get(0).getLineIndex() + 1;
    }

    /** Blank lines in its place, so that line numbers stay. */
    private static List<String> withoutFrontMatter(List<String> lines, Manuscript manuscript) {
        List<String> body = new ArrayList<>(lines);
        int first =
                manuscript.pieces().isEmpty() ? 0 : manuscript.pieces().get(0).line();
        for (int i = 0; i < first - 1; i++) {
            body.set(i, "");
        }
        return body;
    }
}
