package quorumbook.repl.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

class JUnitXmlTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void obeysItsSchema(Case each) throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitXmlTest.class.getResource("junit.xsd"));
        Written written = Written.by("junit", folder, each.scored());

        assertThat(written.files()).hasSameSizeAs(each.results());
        assertThat(written.files())
                .allSatisfy((name, text) -> assertThatCode(
                                () -> schema.newValidator().validate(new StreamSource(new StringReader(text))))
                        .as("%s: %s", name, text)
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, 2, 0, 0, 0", "FAIL, 3, 1, 0, 1", "UNKNOWN, 3, 0, 1, 1", "MIXED, 2, 1, 1, 0", "SKIPPED, 1, 0, 0, 1",
        "OURS, 1, 0, 1, 0", "EMPTY, 1, 0, 1, 0", "MARKUP, 1, 1, 0, 0", "CONTROL, 1, 1, 0, 0", "HUGE, 1, 1, 0, 0"
    })
    void surefireReadsItsReportsAsItReadsItsOwn(Case each, int tests, int failures, int errors, int skipped)
            throws Exception {
        ReportTestSuite suite = read(each);

        assertThat(suite.getNumberOfTests()).isEqualTo(tests);
        assertThat(suite.getNumberOfFailures()).isEqualTo(failures);
        assertThat(suite.getNumberOfErrors()).isEqualTo(errors);
        assertThat(suite.getNumberOfSkipped()).isEqualTo(skipped);
        assertThat(suite.getTestCases()).hasSize(tests);
        assertThat(suite.getTestCases().stream().filter(ReportTestCase::hasFailure))
                .hasSize(failures);
        assertThat(suite.getTestCases().stream().filter(ReportTestCase::hasError))
                .hasSize(errors);
        assertThat(suite.getTestCases().stream().filter(ReportTestCase::hasSkipped))
                .hasSize(skipped);
    }

    @Test
    void aFailureSaysWhatWasExpected() throws Exception {
        ReportTestCase failed = read(Case.FAIL).getTestCases().get(1);

        assertThat(failed.getName()).isEqualTo("one-holder");
        assertThat(failed.getFailureMessage()).isEqualTo("expected znode /app holds v1, but there is no znode /app");
        assertThat(failed.getFailureDetail()).contains("see:      zk get /app");
    }

    @Test
    void aSecondRunThatPassedIsFlaky() throws Exception {
        ReportTestSuite suite = read(Case.AGAIN);

        assertThat(suite.getTestCases().get(0).hasFlakes()).isTrue();
        assertThat(suite.getTestCases().get(0).isSuccessful()).isTrue();
        assertThat(suite.getNumberOfErrors()).isZero();
    }

    @Test
    void whatALearnerPrintedIsTextAndNothingElse() throws Exception {
        String text = Written.by("junit", folder, Case.MARKUP.scored()).only(".xml");
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("system-out").item(0).getTextContent())
                .isEqualTo(Case.MARKUP.results().get(0).output());
    }

    @Test
    void pointsAreAmongTheProperties() throws IOException {
        assertThat(Written.by("junit", folder, Case.UNKNOWN.scored()).only(".xml"))
                .contains(
                        "name=\"points\" value=\"3.33\"",
                        "name=\"points.max\" value=\"10.00\"",
                        "name=\"points.open\" value=\"6.67\"");
    }

    private ReportTestSuite read(Case each) throws Exception {
        String text = Written.by("junit", folder, each.scored()).only(".xml");
        List<ReportTestSuite> suites = new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
        assertThat(suites).hasSize(1);
        return suites.get(0);
    }
}
