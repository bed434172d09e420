package fr.duret.permanence.conversation.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class FlowDrawTest {

  private static final Pattern NODE =
      Pattern.compile(
          "(n\\d+)(?:\\[\"[^\"]*\"\\]|\\{\\{\"[^\"]*\"\\}\\}|\\(\\[\"[^\"]*\"\\]\\)|\\(\\(\"[^\"]*\"\\)\\))?");

  private final FlowSet flows =
      FlowReader.read(new FlowFiles(Path.of("src/test/resources/flows")).read());

  @Test
  void everyStepIsABoxOfTheSvgThatSaysWhereItsWaysLead() throws Exception {
    Flow flow = flows.flow("rendez-vous").orElseThrow();
    Document svg = parsed(FlowDraw.svg(flow));
    assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(flow.steps().size());
    assertThat(FlowDraw.svg(flow))
        .contains(">motif<", ">? rdv/motif<", ">1 entretien → nom<", ">2 panne → nom<");
  }

  @Test
  void noBoxIsOverAnotherAndNoTextIsWiderThanItsBox() throws Exception {
    for (Flow flow :
        FlowReader.read(new FlowFiles(Path.of("voice-flows")).read()).flows().values()) {
      Document svg = parsed(FlowDraw.svg(flow));
      List<Rectangle> boxes = new ArrayList<>();
      for (Element box : elements(svg, "rect")) {
        Rectangle next =
            new Rectangle(
                number(box, "x"), number(box, "y"), number(box, "width"), number(box, "height"));
        assertThat(boxes).as(flow.name()).noneMatch(next::intersects);
        boxes.add(next);
      }
      assertThat(elements(svg, "text"))
          .allMatch(words -> words.getTextContent().length() <= 44)
          .allMatch(words ->
              boxes.stream()
                  .anyMatch(box -> box.x <= number(words, "x") && number(words, "x") < box.x + 20));
    }
  }

  private static List<Element> elements(Document svg, String name) {
    NodeList found = svg.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
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
