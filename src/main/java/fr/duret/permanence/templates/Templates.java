package fr.duret.permanence.templates;

import fr.duret.permanence.message.Channel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The messages of a folder, `message-templates/rdv/motif.sms.mustache` and the like.
///
/// A file begins with a YAML header between two `---` lines: `purpose`, `needs` (level of
/// recognition), `wantsAnswer`, `alone`, `segments` (if more than two are allowed) and `variables`
/// with their kinds ([Kind], [Variable]). The rest is Mustache: values, sections, nothing else.
/// `formats.yaml` beside them says how dates and hours read. Safe for use by many threads.
public final class Templates {

  /// Readings that conversations under way may still go by.
  private static final int MOST_FORMER = 10;

  /// One reading of the files.
  private record Reading(
      Library library, Map<String, String> files, List<TemplateError> rejected) {}

  private volatile Reading reading;
  private volatile List<Library> former = List.of();

  private Templates(Reading reading) {
    this.reading = reading;
  }

  /// Reads a folder.
  ///
  /// @throws InvalidTemplates carrying every error with file and line
  public static Templates load(Path folder) {
    Templates templates = salvage(folder);
    if (!templates.rejected().isEmpty()) {
      throw new InvalidTemplates(templates.rejected());
    }
    return templates;
  }

  /// Reads a folder that may have errors, which [#rejected()] then tells: for checks of everything
  /// at once, never for sending.
  public static Templates salvage(Path folder) {
    return salvage(new LibraryReader(folder));
  }

  /// The same of files that were read before.
  ///
  /// @param files contents by the files' names, as of [#files()]
  public static Templates salvage(Map<String, String> files) {
    return salvage(new LibraryReader(files));
  }

  private static Templates salvage(LibraryReader reader) {
    Library library = reader.salvage();
    return new Templates(new Reading(library, reader.files(), reader.errors()));
  }

  /// Puts other texts in force in place of these. What conversations under way ask of these and the
  /// others lack is still written as it was: somebody may be in the middle of an emergency.
  public synchronized void adopt(Templates others) {
    if (others.files().equals(files())) {
      return;
    }
    if (reading.rejected.isEmpty()) {
      remember(reading.library);
    }
    reading = others.reading;
  }

  /// Keeps what was in force before these, for conversations begun with it.
  public synchronized void follow(Templates earlier) {
    if (earlier.rejected().isEmpty() && !earlier.files().equals(files())) {
      remember(earlier.library());
    }
  }

  private void remember(Library earlier) {
    former = Stream.concat(Stream.of(earlier), former.stream()).limit(MOST_FORMER).toList();
  }

  /// What is wrong with the files, if they were not put in force otherwise.
  public List<TemplateError> rejected() {
    return reading.rejected;
  }

  /// The files, by their names below the folder, as they were read.
  public Map<String, String> files() {
    return reading.files;
  }

  /// Writes a message out.
  ///
  /// @param name `rdv/motif`
  /// @param variables exactly those that the template declares, each of its kind's Java type
  /// @throws IllegalArgumentException if there is no such template for the channel, or if a
  ///   variable is missing, unknown or of a wrong type: a message is never sent with a hole in it
  public Rendered render(String name, Channel channel, Map<String, ?> variables) {
    return written(from -> from.get(name, channel).render(variables, from.words()));
  }

  /// Writes a message out, taking what it declares from a larger scope (the variables of a flow,
  /// the company's constants); what is missing there is an error all the same.
  public Rendered renderFrom(String name, Channel channel, Map<String, ?> scope) {
    return written(from -> {
      Template template = from.get(name, channel);
      Map<String, Object> declared = new HashMap<>(scope);
      declared.keySet().retainAll(template.spec().names());
      return template.render(declared, from.words());
    });
  }

  /// By what is in force, else by the latest of the former readings that can.
  private Rendered written(Function<Library, Rendered> writing) {
    try {
      return writing.apply(library());
    } catch (IllegalArgumentException lacking) {
      for (Library earlier : former) {
        try {
          return writing.apply(earlier);
        } catch (IllegalArgumentException lackingToo) {
          lacking.addSuppressed(lackingToo);
        }
      }
      throw lacking;
    }
  }

  /// What a template declares; one of a former reading too, if conversations may still say it.
  public Optional<TemplateSpec> find(String name, Channel channel) {
    Library.Key key = new Library.Key(name, channel);
    return Stream.concat(Stream.of(library()), former.stream())
        .map(from -> from.templates().get(key))
        .filter(Objects::nonNull)
        .findFirst()
        .map(Template::spec);
  }

  /// What all templates declare, by name and channel.
  public List<TemplateSpec> all() {
    return library().templates().values().stream().map(Template::spec).toList();
  }

  Library library() {
    return reading.library;
  }
}
