package dev.stickcheck.report;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A result as JUnit XML, for the servers that show test reports: a check is a test case, an undecided one is skipped.
///
/// A run that measured nothing has an error of its own, for a report without a test case would count as a success.
public final class JunitReport {
    private static final int LONGEST_CLASS = 200;

    private final XMLStreamWriter xml;
    private String classname = "";

    private JunitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /// Writes one result and leaves the writer open. The writer should write UTF-8.
    public static void write(Result result, Writer out) throws IOException {
        write(List.of(result), out);
    }

    /// Writes the results of several targets, a suite each, and leaves the writer open.
    public static void write(List<Result> results, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JunitReport(xml).suites(results);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
        out.write('\n');
        out.flush();
    }

    private void suites(List<Result> results) throws XMLStreamException, IOException {
        xml.writeStartDocument("UTF-8", "1.0");
        newline(0);
        xml.writeStartElement("testsuites");
        attribute("name", "stickcheck");
        int id = 0;
        DistinctNames classes = new DistinctNames(LONGEST_CLASS);
        for (Result result : results) {
            // Servers know a test by class and name: targets would hide each other. A dot would begin a package.
            String ofTarget =
                    results.size() == 1 ? "" : "." + classes.of(result.target().replace('.', '_'));
            classname = "stickcheck." + result.command() + ofTarget;
            suite(result, id);
            id++;
        }
        newline(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(Result r, int id) throws XMLStreamException, IOException {
        boolean unmeasured = r.ending().nothingMeasured();
        newline(1);
        xml.writeStartElement("testsuite");
        attribute("name", "stickcheck " + r.command() + " " + r.target());
        attribute("package", "stickcheck");
        attribute("id", Integer.toString(id));
        attribute("timestamp", timestamp(r));
        attribute("hostname", "localhost");
        attribute("tests", Integer.toString(r.checks().size() + (unmeasured ? 1 : 0)));
        attribute("failures", Long.toString(count(r, Verdict.FAIL)));
        attribute("errors", unmeasured ? "1" : "0");
        attribute("skipped", Long.toString(count(r, Verdict.INCONCLUSIVE)));
        attribute("time", BigDecimal.valueOf(r.duration().toMillis(), 3).toPlainString());
        properties(r);
        if (unmeasured) {
            unmeasured(r);
        }
        for (Check check : r.checks()) {
            check(r, check);
        }
        newline(2);
        xml.writeStartElement("system-out");
        xml.writeCharacters(JunitText.whole(r));
        xml.writeEndElement();
        newline(2);
        xml.writeEmptyElement("system-err");
        newline(1);
        xml.writeEndElement();
    }

    private static long count(Result r, Verdict outcome) {
        return r.checks().stream().filter(check -> check.outcome() == outcome).count();
    }

    /// In UTC and without a zone, as the common schema wants it.
    private static String timestamp(Result r) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                r.startedAt().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    private void properties(Result r) throws XMLStreamException {
        newline(2);
        xml.writeStartElement("properties");
        property("version", r.version());
        property("verdict", r.verdict().label());
        property("summary", r.summary());
        for (Map.Entry<String, String> option : r.options().entrySet()) {
            property("option." + option.getKey(), option.getValue());
        }
        newline(2);
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        newline(3);
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void unmeasured(Result r) throws XMLStreamException {
        startCase("measurement");
        newline(3);
        xml.writeStartElement("error");
        attribute("message", r.ending().why());
        attribute("type", "unmeasured");
        xml.writeCharacters(JunitText.clean(r.summary()));
        xml.writeEndElement();
        newline(2);
        xml.writeEndElement();
    }

    private void check(Result r, Check check) throws XMLStreamException {
        startCase(check.name());
        switch (check.outcome()) {
            case PASS -> {}
            case FAIL -> {
                newline(3);
                xml.writeStartElement("failure");
                attribute("message", check.why());
                attribute("type", check.name());
                xml.writeCharacters(JunitText.evidence(r, check));
                xml.writeEndElement();
            }
            case INCONCLUSIVE -> {
                newline(3);
                xml.writeEmptyElement("skipped");
                attribute("message", check.why());
            }
        }
        newline(2);
        xml.writeEndElement();
    }

    private void startCase(String name) throws XMLStreamException {
        newline(2);
        xml.writeStartElement("testcase");
        attribute("name", name);
        attribute("classname", classname);
        // All checks are judged over the same requests: the suite has the time.
        attribute("time", "0");
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, JunitText.clean(value));
    }

    private void newline(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
