package fr.duret.permanence.templates;

import fr.duret.permanence.message.Channel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The messages of a folder, `message-templates/rdv/motif.sms.mustache` and the like.
///
/// A file begins with a YAML header between two `---` lines: `purpose`, `needs` (level of
/// recognition), `wantsAnswer`, `alone`, `segments` (if more than two are allowed) and `variables`
/// with their kinds ([Kind], [Variable]). The rest is Mustache: values, sections, nothing else.
/// `formats.yaml` beside them says how dates and hours read. Safe for use by many threads.
public final class Templates {

  private final Path folder;
  private volatile Library library;
  private volatile List<TemplateError> rejected = List.of();

  private Templates(Path folder, Library library) {
    this.folder = folder;
    this.library = library;
  }

  /// Reads a folder.
  ///
  /// @throws InvalidTemplates carrying every error with file and line
  public static Templates load(Path folder) {
    return new Templates(folder, new LibraryReader(folder).read());
  }

  /// Reads a folder that may have errors, which [#rejected()] then tells: for checks of everything
  /// at once, never for sending.
  public static Templates salvage(Path folder) {
    LibraryReader reader = new LibraryReader(folder);
    Templates templates = new Templates(folder, reader.salvage());
    templates.rejected = reader.errors();
    return templates;
  }

  /// Reads the folder again. If anything is wrong, what was in force stays in force whole.
  ///
  /// @return the errors; empty when the new texts are in force
  public synchronized List<TemplateError> reload() {
    try {
      library = new LibraryReader(folder).read();
      rejected = List.of();
    } catch (InvalidTemplates invalid) {
      rejected = invalid.errors();
    }
    return rejected;
  }

  /// What was wrong with the folder at the last reload; empty if what is in force is what it holds.
  public List<TemplateError> rejected() {
    return rejected;
  }

  /// Writes a message out.
  ///
  /// @param name `rdv/motif`
  /// @param variables exactly those that the template declares, each of its kind's Java type
  /// @throws IllegalArgumentException if there is no such template for the channel, or if a
  ///   variable is missing, unknown or of a wrong type: a message is never sent with a hole in it
  public Rendered render(String name, Channel channel, Map<String, ?> variables) {
    Library now = library;
    return now.get(name, channel).render(variables, now.words());
  }

  /// Writes a message out, taking what it declares from a larger scope (the variables of a flow,
  /// the company's constants); what is missing there is an error all the same.
  public Rendered renderFrom(String name, Channel channel, Map<String, ?> scope) {
    Library now = library;
    Template template = now.get(name, channel);
    Map<String, Object> declared = new HashMap<>(scope);
    declared.keySet().retainAll(template.spec().names());
    return template.render(declared, now.words());
  }

  /// What a template declares, for the checks of flows.
  public Optional<TemplateSpec> find(String name, Channel channel) {
    return Optional.ofNullable(library.templates().get(new Library.Key(name, channel)))
        .map(Template::spec);
  }

  /// What all templates declare, by name and channel.
  public List<TemplateSpec> all() {
    return library.templates().values().stream().map(Template::spec).toList();
  }

  Library library() {
    return library;
  }
}
