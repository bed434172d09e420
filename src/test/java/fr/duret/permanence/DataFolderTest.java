package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DataFolderTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(DataFolder.class);
  private final ListAppender<ILoggingEvent> told = new ListAppender<>();

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    told.start();
    logger.addAppender(told);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(told);
  }

  @Test
  void aNewFolderIsItsOwnersAlone() throws IOException {
    Path data = folder.resolve("a/data");

    DataFolder.prepare("embedded:" + data);

    assertThat(rights(data)).isEqualTo("rwx------");
    assertThat(told.list).isEmpty();
  }

  @Test
  void aFolderThatOthersMayReadStaysSoAndTheOperatorIsTold() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));

    DataFolder.prepare("embedded:" + data);

    assertThat(rights(data)).isEqualTo("rwxr-xr-x");
    assertThat(told.list)
        .singleElement()
        .satisfies(line -> assertThat(line.getFormattedMessage()).contains("chmod 700 " + data));
  }

  @Test
  void aServersUriNeedsNoFolder() throws IOException {
    DataFolder.prepare("mongodb://nobody.example/permanence");

    assertThat(folder).isEmptyDirectory();
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
