package fr.duret.permanence.conversation.flow;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.yaml.Problems;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One run of one script. Every text we send must be written in it, before somebody speaks again or
/// time passes.
final class ScriptRun {

  private static final Pattern ANYTHING = Pattern.compile("\\s*(?:…|\\.\\.\\.)\\s*");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Script script;
  private final Rig rig;
  private final Problems problems = new Problems();
  private final Map<Address, Integer> read = new HashMap<>();
  private String speaker = "";

  ScriptRun(Script script, Rig rig) {
    this.script = script;
    this.rig = rig;
  }

  List<String> run() {
    String last = script.where();
    for (Script.Line line : script.lines()) {
      play(line);
      last = line.where();
    }
    allRead(last);
    return problems.all();
  }

  private void play(Script.Line line) {
    switch (line) {
      case Script.Line.Says says -> {
        allRead(says.where());
        speaker = says.who();
        rig.send(address(speaker), says.text());
      }
      case Script.Line.Owns owns -> {
        allRead(owns.where());
        speaker = owns.who();
        rig.own(address(owns.who()), owns.person());
      }
      case Script.Line.Passes passes -> {
        allRead(passes.where());
        rig.advance(passes.time());
      }
      case Script.Line.Answers answers -> answers(answers);
      case Script.Line.Nothing nothing -> nothing(nothing.where(), nothing.who());
      case Script.Line.Facts facts ->
          facts.facts().forEach((name, value) -> fact(facts.where(), name, value));
    }
  }

  private void answers(Script.Line.Answers answers) {
    String who = answers.who().isEmpty() ? speaker : answers.who();
    for (String expected : answers.texts()) {
      List<String> unread = unread(who);
      if (unread.isEmpty()) {
        problems.add(answers.where(), "we said nothing to " + who + " instead of: " + expected);
        return;
      }
      read.merge(address(who), 1, Integer::sum);
      if (!matches(expected, unread.getFirst())) {
        problems.add(
            answers.where(), "we said: " + unread.getFirst() + "\n  instead of: " + expected);
      }
    }
  }

  private void allRead(String where) {
    script.people().keySet().forEach(who -> nothing(where, who));
  }

  private void nothing(String where, String who) {
    for (String text : unread(who)) {
      problems.add(where, "we also said to " + who + ": " + text);
      read.merge(address(who), 1, Integer::sum);
    }
  }

  private void fact(String where, String name, String value) {
    String actual = rig.fact(name).orElse("unknown");
    if (!actual.equals(value)) {
      problems.add(where, name + " is " + actual + " instead of " + value);
    }
  }

  private List<String> unread(String who) {
    List<String> all = rig.inbox(address(who));
    return all.subList(Math.min(read.getOrDefault(address(who), 0), all.size()), all.size());
  }

  private Address address(String who) {
    return Objects.requireNonNull(script.people().get(who));
  }

  static boolean matches(String expected, String text) {
    String pattern =
        Arrays.stream(ANYTHING.split(plain(expected), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(pattern).matcher(plain(text)).matches();
  }

  private static String plain(String text) {
    return SPACES.matcher(text.strip()).replaceAll(" ");
  }
}
