package quorumbook.repl.report;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A hint as its lesson has it, in Markdown: its words, and what is to be typed as such. Nothing else becomes markup. */
final class HintWords extends AbstractVisitor {
    private static final Parser PARSER = Parser.builder().build();

    private final Html html;

    private HintWords(Html html) {
        this.html = html;
    }

    static void write(Html html, String hint) {
        PARSER.parse(hint).accept(new HintWords(html));
    }

    @Override
    public void visit(Text text) {
        html.text(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        html.element("code", code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak end) {
        html.text(" ");
    }

    @Override
    public void visit(HardLineBreak end) {
        html.text(" ");
    }
}
