package dev.stickcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.stickcheck.model.Result;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitReportTest {

    private static String xml(List<Result> results) throws IOException {
        StringWriter out = new StringWriter();
        JunitReport.write(results, out);
        return out.toString();
    }

    private static void validate(String xml) throws SAXException, IOException {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitReportTest.class.getResource("/junit.xsd"));
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isValidWhateverAResultHolds(long seed) throws Exception {
        RandomResults random = new RandomResults(seed);
        validate(xml(List.of(random.next(), random.next())));
    }

    @Test
    void isValidForTheSamples() throws Exception {
        validate(xml(List.copyOf(SampleResults.all().values())));
    }

    @Test
    void schemaWouldRefuseAnotherShape() throws Exception {
        String good = xml(List.of(SampleResults.fail()));
        assertThatExceptionOfType(SAXException.class)
                .isThrownBy(() -> validate(good.replace("tests=\"5\"", "tests=\"many\"")));
        assertThatExceptionOfType(SAXException.class).isThrownBy(() -> validate(good.replace("<system-err/>", "")));
    }

    @Test
    void makesACheckATestCase() throws Exception {
        Document document = parse(xml(List.of(SampleResults.fail())));
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("4");
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(5);
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(4);
        Element failure = (Element) document.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message"))
                .isEqualTo("13 of 20 sessions failed: at least 41 % do, the limit is 5 %.");
        assertThat(failure.getTextContent()).contains("57 × the cookie can never be sent back (a failure)");
    }

    @Test
    void keepsTheTestsOfSeveralTargetsApart() throws Exception {
        NodeList cases = parse(xml(List.of(SampleResults.pass(), SampleResults.fail(), SampleResults.empty())))
                .getElementsByTagName("testcase");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            assertThat(names.add(test.getAttribute("classname") + " " + test.getAttribute("name")))
                    .isTrue();
        }
        assertThat(names)
                .hasSize(10)
                .contains("stickcheck.probe.http://127_0_0_1:8080/api/health errors")
                .contains("stickcheck.probe.http://127_0_0_1:8080/api/health (2) errors");
    }

    @Test
    void skipsWhatIsUndecided() throws Exception {
        Document document = parse(xml(List.of(SampleResults.inconclusive())));
        assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(2);
        assertThat(((Element) document.getElementsByTagName("testsuite").item(0)).getAttribute("skipped"))
                .isEqualTo("2");
    }

    @Test
    void hasAnErrorWhenNothingWasMeasured() throws Exception {
        Document document = parse(xml(List.of(SampleResults.empty())));
        assertThat(document.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(((Element) document.getElementsByTagName("error").item(0)).getAttribute("message"))
                .isEqualTo("none of 30 requests was answered");
    }
}
