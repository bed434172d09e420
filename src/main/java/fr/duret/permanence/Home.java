package fr.duret.permanence;

import java.nio.file.Path;

/// Where the files shipped with the product stand.
final class Home {

  private Home() {}

  /// The folder that holds `voice-flows/` and `message-templates/`: as the start script says, else
  /// the present one.
  static Path folder() {
    return Path.of(System.getProperty("permanence.home", "."));
  }
}
