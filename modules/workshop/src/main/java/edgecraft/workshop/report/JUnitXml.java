package edgecraft.workshop.report;

import edgecraft.workshop.judge.CheckResult;
import edgecraft.workshop.judge.ModuleResult;
import edgecraft.workshop.judge.StepResult;
import edgecraft.workshop.judge.Verdict;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A module's result as JUnit XML, which most CI systems read: a suite a step, a case a check. */
final class JUnitXml {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JUnitXml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static String of(ModuleResult result) {
        try {
            JUnitXml writer = new JUnitXml();
            writer.suites(result);
            return writer.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
    }

    private void suites(ModuleResult result) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", result.module().module());
        if (!result.compiled()) {
            startSuite(result.module().module(), 1, 0, 1, 0);
            startCase("compile", result.module().module(), 0);
            problem("error", "the code does not compile", String.join("\n", result.compileErrors()));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        for (StepResult step : result.steps()) {
            suite(step);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(StepResult step) throws XMLStreamException {
        startSuite(
                step.step().name(),
                step.checks().size(),
                count(step.checks(), Verdict.FAILED),
                count(step.checks(), Verdict.BROKEN),
                count(step.checks(), Verdict.WAITING));
        for (CheckResult check : step.checks()) {
            startCase(check.title(), check.id(), check.millis());
            switch (check.verdict()) {
                case FAILED -> problem("failure", check.message(), ConversationText.of(check));
                case BROKEN -> problem("error", check.message(), ConversationText.of(check));
                case WAITING -> problem("skipped", check.message(), "");
                case PASSED -> {}
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void startSuite(String name, int tests, int failures, int errors, int skipped) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(tests));
        xml.writeAttribute("failures", Integer.toString(failures));
        xml.writeAttribute("errors", Integer.toString(errors));
        xml.writeAttribute("skipped", Integer.toString(skipped));
    }

    private void startCase(String name, String className, long millis) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", name);
        xml.writeAttribute("classname", className);
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", millis / 1000.0));
    }

    private void problem(String element, String message, String detail) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute(
                "message", Beginning.of(legal(message.lines().findFirst().orElse("")), Beginning.PARAGRAPH));
        xml.writeCharacters(Beginning.of(legal(detail), Beginning.BOOK));
        xml.writeEndElement();
    }

    /** XML 1.0 has no place for control characters, surrogates alone, U+FFFE and U+FFFF. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder();
        Style.harmless(text)
                .codePoints()
                .filter(c -> c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF))
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static int count(List<CheckResult> checks, Verdict verdict) {
        return (int) checks.stream().filter(check -> check.verdict() == verdict).count();
    }
}
