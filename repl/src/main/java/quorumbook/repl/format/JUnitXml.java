package quorumbook.repl.format;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import quorumbook.repl.file.WholeFile;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.Outcome;
import quorumbook.repl.rubric.Points;
import quorumbook.repl.rubric.Scored;

/**
 * JUnit XML as continuous integration reads it: {@code TEST-LEARNER.TRACK.LESSON.xml}, of the elements that Surefire's schema
 * and the common readers agree on. Unknown is an {@code error}, never a {@code failure}; a case is named by its check's id,
 * since readers take a case whose name changes for another one.
 */
final class JUnitXml implements Format {
    private static final int LONGEST_OUTPUT = 65_536;
    private static final int LONGEST_VALUE = 1_000;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC);

    @Override
    public String name() {
        return "junit";
    }

    @Override
    public List<Path> write(Path folder, List<Scored> results) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Scored each : Ordered.sorted(results)) {
            files.add(WholeFile.write(folder.resolve("TEST-" + suite(each) + ".xml"), text(each)));
        }
        return files;
    }

    private static String suite(Scored each) {
        return FileName.of(each.result().learner()) + "." + Ordered.nameOfExercise(each);
    }

    private static String text(Scored each) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeCharacters("\n");
            suite(out, each);
            out.writeCharacters("\n");
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IOException("Cannot write the result of " + each.result().learner() + " as XML: " + e, e);
        }
        return text.toString();
    }

    private static void suite(XMLStreamWriter out, Scored each) throws XMLStreamException {
        AttemptResult result = each.result();
        List<Row> rows = Row.of(each);
        out.writeStartElement("testsuite");
        out.writeAttribute("name", suite(each));
        out.writeAttribute("tests", "" + rows.size());
        out.writeAttribute("failures", count(rows, Outcome.FAIL));
        out.writeAttribute("errors", count(rows, Outcome.UNKNOWN));
        out.writeAttribute("skipped", count(rows, Outcome.SKIPPED));
        out.writeAttribute("time", seconds(result.took().toMillis()));
        out.writeAttribute("timestamp", LOCAL.format(result.gradedAt().truncatedTo(ChronoUnit.SECONDS)));
        properties(out, properties(each));
        boolean flaky = result.again() && result.verdict() == Outcome.PASS;
        for (int i = 0; i < rows.size(); i++) {
            testcase(out, suite(each), rows.get(i), i == 0 && flaky, i == 0 ? result.output() : "");
        }
        out.writeCharacters("\n");
        out.writeEndElement();
    }

    private static String count(List<Row> rows, Outcome verdict) {
        return "" + rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    private static String seconds(long millis) {
        return millis / 1000 + "." + String.format(java.util.Locale.ROOT, "%03d", millis % 1000);
    }

    private static Map<String, String> properties(Scored each) {
        AttemptResult result = each.result();
        Points points = each.points();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("learner", result.learner());
        properties.put("exercise", result.exercise());
        properties.put("verdict", Words.of(result.verdict()));
        properties.put("points", points.earned().toPlainString());
        properties.put("points.max", points.max().toPlainString());
        properties.put("points.open", points.open().toPlainString());
        points.capped().ifPresent(why -> properties.put("points.capped", why));
        properties.put("attempt", result.attempt());
        properties.put("seed", Long.toString(result.seed()));
        properties.put("submitted", result.submitted());
        properties.put("quorumbook", result.engine().version());
        properties.put("zookeeper", result.engine().zookeeper());
        properties.put("kafka", result.engine().kafka());
        properties.put("runtime", result.engine().runtime());
        properties.put("sandbox", result.engine().sandbox());
        if (!result.limits().isEmpty()) {
            properties.put("limits", String.join("; ", result.limits()));
        }
        return properties;
    }

    private static void properties(XMLStreamWriter out, Map<String, String> properties) throws XMLStreamException {
        start(out, 1, "properties");
        for (Map.Entry<String, String> each : properties.entrySet()) {
            out.writeCharacters("\n    ");
            out.writeEmptyElement("property");
            out.writeAttribute("name", each.getKey());
            out.writeAttribute("value", CleanText.line(each.getValue(), LONGEST_VALUE));
        }
        end(out, 1);
    }

    /** The children stand in the order that Surefire's schema asks for. */
    private static void testcase(XMLStreamWriter out, String suite, Row row, boolean flaky, String output)
            throws XMLStreamException {
        start(out, 1, "testcase");
        out.writeAttribute("name", row.id());
        out.writeAttribute("classname", suite);
        out.writeAttribute("time", "0.000");
        String told = row.claim() + "\n" + row.detail();
        switch (row.verdict()) {
            case PASS -> {}
            case FAIL -> problem(out, "failure", row, told);
            case SKIPPED -> {
                out.writeCharacters("\n    ");
                out.writeEmptyElement("skipped");
                out.writeAttribute("message", row.message());
            }
            case UNKNOWN -> problem(out, "error", row, told);
        }
        if (flaky) {
            start(out, 2, "flakyError");
            out.writeAttribute("message", "a first run could not be judged; this is the second");
            out.writeAttribute("type", "unknown");
            start(out, 3, "stackTrace");
            out.writeEndElement();
            end(out, 2);
        }
        if (!output.isEmpty()) {
            start(out, 2, "system-out");
            out.writeCharacters(CleanText.block(output, LONGEST_OUTPUT));
            out.writeEndElement();
        }
        end(out, 1);
    }

    private static void problem(XMLStreamWriter out, String element, Row row, String told) throws XMLStreamException {
        start(out, 2, element);
        out.writeAttribute("message", row.message());
        out.writeAttribute("type", Words.of(row.verdict()));
        out.writeCharacters(told);
        out.writeEndElement();
    }

    private static void start(XMLStreamWriter out, int depth, String element) throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
        out.writeStartElement(element);
    }

    private static void end(XMLStreamWriter out, int depth) throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
        out.writeEndElement();
    }
}
