package fr.duret.permanence.conversation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class FlowDrawTest {

  private static final Pattern NODE =
      Pattern.compile(
          "(n\\d+)(?:\\[\"[^\"]*\"\\]|\\{\\{\"[^\"]*\"\\}\\}|\\(\\[\"[^\"]*\"\\]\\)|\\(\\(\"[^\"]*\"\\)\\))?");

  private final FlowSet flows =
      FlowReader.read(new FlowFiles(Path.of("src/test/resources/flows")).read());

  @Test
  void everyStepIsABoxOfTheSvgAndItsWaysAreArrows() throws Exception {
    Flow flow = flows.flow("rendez-vous").orElseThrow();
    Document svg = parsed(FlowDraw.svg(flow));
    assertThat(svg.getElementsByTagName("rect").getLength())
        .isGreaterThanOrEqualTo(flow.steps().size());
    assertThat(FlowDraw.svg(flow)).contains(">motif<", ">? rdv/motif<", ">1 entretien, 2 panne<");
  }

  @Test
  void thePageIsWellFormedAndNeedsNothingFromElsewhere() throws Exception {
    String page = FlowDraw.html(flows);
    Document html = parsed(page.replaceFirst("<!DOCTYPE html>", ""));
    assertThat(html.getElementsByTagName("svg").getLength()).isEqualTo(flows.flows().size());
    assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http", "src=");
  }

  @Test
  void mermaidNamesEveryStepAndOnlyJoinsWhatItNamed() {
    String text = FlowDraw.mermaid(flows);
    assertThat(text)
        .startsWith("flowchart TD\n")
        .contains("choix<br/>? rdv/creneaux (slot-choice)");
    Set<String> named = new HashSet<>();
    Set<String> joined = new HashSet<>();
    for (String line : text.lines().toList()) {
      Matcher node = NODE.matcher(line);
      while (node.find()) {
        (node.group().equals(node.group(1)) ? joined : named).add(node.group(1));
      }
    }
    joined.removeAll(named);
    assertThat(joined).isEmpty();
  }

  private static Document parsed(String xml)
      throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
