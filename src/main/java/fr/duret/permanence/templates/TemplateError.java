package fr.duret.permanence.templates;

/// Something wrong in a template file.
///
/// @param file path below the templates' folder
/// @param line where, from 1
/// @param message what is wrong and what would be right
public record TemplateError(String file, int line, String message) {

  /// `rdv/motif.sms.mustache:7: unknown variable "nom"`.
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
