package fr.duret.permanence;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the process logs. `logback.xml`, lines for people, is what Logback finds by itself; a file
/// that the operator names (`-Dlogback.configurationFile`) stands before everything here.
final class Logging {

  private static final String STRUCTURED = "/logback-json.xml";
  private static final String OPERATORS = "logback.configurationFile";

  private Logging() {}

  /// One JSON object a line, for what collects logs.
  static void structured() {
    if (System.getProperty(OPERATORS) == null
        && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      context.reset();
      try {
        configurator.doConfigure(
            Objects.requireNonNull(Logging.class.getResource(STRUCTURED), STRUCTURED));
      } catch (JoranException broken) {
        throw new IllegalStateException(STRUCTURED, broken);
      }
    }
  }

  /// Only what is wrong: what the product says while it is rehearsed would hide what a command has
  /// to say.
  static void quiet() {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger all) {
      all.setLevel(Level.WARN);
    }
  }
}
