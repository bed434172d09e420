package fr.duret.permanence.templates;

import java.util.List;
import java.util.stream.Collectors;

/// The templates of a folder cannot be used; carries every error found, not only the first.
public final class InvalidTemplates extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<TemplateError> errors;

  InvalidTemplates(List<TemplateError> errors) {
    super(errors.stream().map(TemplateError::toString).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  /// All that is wrong, in the order of the files and lines.
  public List<TemplateError> errors() {
    return errors;
  }
}
