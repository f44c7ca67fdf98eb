package quorumbook.repl.terminal.look;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The words inside one Markdown block as runs. */
final class Inlines {
    private final Look look;
    private final List<Run> runs = new ArrayList<>();

    private Inlines(Look look) {
        this.look = look;
    }

    static List<Run> of(Node parent, Ink ink, Look look) {
        Inlines inlines = new Inlines(look);
        inlines.children(parent, ink);
        return inlines.runs;
    }

    private void children(Node parent, Ink ink) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            inline(child, ink);
        }
    }

    private void inline(Node node, Ink ink) {
        if (node instanceof Text text) {
            add(ink, text.getLiteral());
        } else if (node instanceof Code code) {
            code(code.getLiteral());
        } else if (node instanceof StrongEmphasis) {
            children(node, Ink.STRONG);
        } else if (node instanceof Emphasis) {
            children(node, ink == Ink.PLAIN ? Ink.EMPHASIS : ink);
        } else if (node instanceof Link link) {
            link(link, ink);
        } else if (node instanceof Image) {
            add(ink, "[");
            children(node, ink);
            add(ink, "]");
        } else if (node instanceof SoftLineBreak) {
            softBreak(node, ink);
        } else if (node instanceof HardLineBreak) {
            runs.add(new Run(ink, "\n"));
        } else if (!(node instanceof HtmlInline)) {
            children(node, ink);
        }
    }

    private void add(Ink ink, String text) {
        runs.add(new Run(ink, look.words(Harmless.inLine(text))));
    }

    /** Where colour cannot set code apart, the author's backticks stay. */
    private void code(String code) {
        String text = Harmless.inLine(code);
        runs.add(new Run(Ink.CODE, look.colours() == Look.Colours.ON ? text : "`" + text + "`"));
    }

    private void link(Link link, Ink ink) {
        int before = runs.size();
        children(link, ink == Ink.PLAIN ? Ink.LINK : ink);
        String address = link.getDestination();
        StringBuilder shown = new StringBuilder();
        runs.subList(before, runs.size()).forEach(run -> shown.append(run.text()));
        // A relative address means something on a Git host and nothing here.
        if (address.contains("://") && !shown.toString().equals(address)) {
            add(Ink.FAINT, " <" + address + ">");
        }
    }

    /** A line end in the source is a space, but not between two Han characters. */
    private void softBreak(Node node, Ink ink) {
        if (!(endsWide(node.getPrevious()) && startsWide(node.getNext()))) {
            runs.add(new Run(ink, " "));
        }
    }

    private static boolean endsWide(Node node) {
        return node instanceof Text text
                && !text.getLiteral().isEmpty()
                && Columns.of(text.getLiteral()
                                .codePointBefore(text.getLiteral().length()))
                        == 2;
    }

    private static boolean startsWide(Node node) {
        return node instanceof Text text
                && !text.getLiteral().isEmpty()
                && Columns.of(text.getLiteral().codePointAt(0)) == 2;
    }
}
