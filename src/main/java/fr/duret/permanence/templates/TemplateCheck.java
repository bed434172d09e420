package fr.duret.permanence.templates;

import fr.duret.permanence.message.Channel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The linter of text messages: what each costs at worst, and whether that is allowed.
///
/// A client's message is measured with the notice « assistant automatique » before it, unless it is
/// declared `alone`: it may be the first answer of a conversation.
public final class TemplateCheck {

  /// Put before the first answer of a conversation.
  private static final String NOTICE = "engine/greeting";

  /// What one text message costs at worst.
  ///
  /// @param template its name
  /// @param length in units of its encoding, the notice included if it may stand before it
  /// @param encoding how it travels
  /// @param segments what is paid
  /// @param allowed segments it may take
  /// @param text the worst case itself
  public record Row(
      String template, int length, Sms.Encoding encoding, int segments, int allowed, String text) {}

  /// What the linter found.
  ///
  /// @param rows every text message, by name
  /// @param errors what must be changed: a letter outside GSM-7 in the words themselves, too many
  ///   segments
  public record Report(List<Row> rows, List<TemplateError> errors) {

    /// Keeps copies.
    public Report {
      rows = List.copyOf(rows);
      errors = List.copyOf(errors);
    }

    /// The rows as lines of a table for a terminal.
    public List<String> table() {
      List<String> lines = new ArrayList<>();
      lines.add("%-28s %6s %-6s %s".formatted("template", "length", "code", "segments"));
      for (Row row : rows) {
        lines.add(
            "%-28s %6d %-6s %d of %d"
                .formatted(row.template, row.length, row.encoding, row.segments, row.allowed));
      }
      return lines;
    }
  }

  private final WorstCase worst;
  private final Library library;
  private final List<TemplateError> errors = new ArrayList<>();

  private TemplateCheck(Library library, Samples samples) {
    this.library = library;
    this.worst = new WorstCase(samples, library.words());
  }

  /// Measures every text message in force with the longest real values.
  public static Report check(Templates templates, Samples samples) {
    TemplateCheck check = new TemplateCheck(templates.library(), samples);
    List<Row> rows =
        check.library.templates().values().stream()
            .filter(template -> template.spec().channel() == Channel.SMS)
            .map(check::row)
            .toList();
    return new Report(rows, check.errors);
  }

  private Row row(Template template) {
    TemplateSpec spec = template.spec();
    checkLetters(template);
    Rendered longest = longest(template);
    String text = spec.alone() ? longest.text() : afterNotice(longest);
    Row row =
        new Row(
            spec.name(),
            Sms.length(text),
            Sms.encoding(text),
            Sms.segments(text),
            spec.segments(),
            text);
    if (row.segments() > row.allowed()) {
      String cost = row.segments() + " segments at worst, " + row.allowed() + " allowed: ";
      errors.add(new TemplateError(spec.file(), template.bodyLine(), cost + text));
    }
    return row;
  }

  private String afterNotice(Rendered longest) {
    return Optional.ofNullable(library.templates().get(new Library.Key(NOTICE, Channel.SMS)))
        .map(notice -> longest(notice).then(longest).text())
        .orElse(longest.text());
  }

  private Rendered longest(Template template) {
    return worst
        .cases(template.spec())
        .map(values -> template.render(values, library.words()))
        .max(
            Comparator.comparingInt((Rendered one) -> Sms.segments(one.text()))
                .thenComparingInt(one -> Sms.length(one.text())))
        .orElseThrow();
  }

  private void checkLetters(Template template) {
    int line = template.bodyLine();
    for (String words : template.body().split("\n", -1)) {
      String foreign = Gsm7.lacks(words.replaceAll("\\{\\{.*?\\}\\}", ""));
      if (!foreign.isEmpty()) {
        String message = "\"" + foreign + "\" is outside GSM-7: choose another word";
        errors.add(new TemplateError(template.spec().file(), line, message));
      }
      line++;
    }
  }
}
