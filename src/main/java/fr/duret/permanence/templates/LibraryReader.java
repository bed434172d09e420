package fr.duret.permanence.templates;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Purpose;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a whole folder of templates, or says everything that is wrong with it.
final class LibraryReader {

  /// `rdv/motif.sms.mustache`.
  private static final Pattern FILE =
      Pattern.compile("([a-z0-9-]+(?:/[a-z0-9-]+)*)\\.([a-z]+)\\.mustache");

  private static final Pattern PARTS = Pattern.compile("(?s)---\\n(.*?\\n)---\\n(.*)");

  private static final String WORDS = "formats.yaml";

  private final Map<String, String> files = new TreeMap<>();
  private final List<TemplateError> errors = new ArrayList<>();
  private final Map<Library.Key, Template> templates = new TreeMap<>(Library.Key.ORDER);
  private final PlainTexts factory = new PlainTexts();

  /// A reader of a folder, whose files are read at once.
  LibraryReader(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(LibraryReader::isOurs).sorted().forEach(file -> content(folder, file));
    } catch (IOException | UncheckedIOException unreadable) {
      error(".", 1, "cannot be read: " + unreadable.getMessage());
    }
  }

  /// A reader of files that were read before, by their names below the folder.
  LibraryReader(Map<String, String> files) {
    this.files.putAll(files);
  }

  private static boolean isOurs(Path file) {
    return file.toString().endsWith(".mustache") || file.endsWith(WORDS);
  }

  private void content(Path folder, Path path) {
    String file = folder.relativize(path).toString().replace('\\', '/');
    try {
      files.put(file, Files.readString(path).replace("\r\n", "\n"));
    } catch (IOException unreadable) {
      error(file, 1, "is not UTF-8 text: " + unreadable.getMessage());
      files.put(file, "");
    }
  }

  /// The files, by their names below the folder.
  Map<String, String> files() {
    return Map.copyOf(files);
  }

  /// @throws InvalidTemplates with all errors of all files
  Library read() {
    Library library = salvage();
    if (errors.isEmpty()) {
      return library;
    }
    throw new InvalidTemplates(errors);
  }

  /// What is good; in place of what is wrong stands a template without a text, so that whatever
  /// names it can be checked all the same.
  Library salvage() {
    Words words = readWords();
    files.keySet().stream().filter(file -> !file.equals(WORDS)).forEach(this::readFile);
    errors.sort(Comparator.comparing(TemplateError::file).thenComparingInt(TemplateError::line));
    return new Library(templates, words);
  }

  /// Everything that was wrong, in the order of files and lines.
  List<TemplateError> errors() {
    return List.copyOf(errors);
  }

  private Words readWords() {
    try {
      return Words.read(WORDS, Optional.ofNullable(files.get(WORDS)));
    } catch (InvalidTemplates bad) {
      errors.addAll(bad.errors());
      return new Words(Map.of());
    }
  }

  private void readFile(String file) {
    Matcher name = FILE.matcher(file);
    if (!name.matches()) {
      error(file, 1, "a template is called like rdv/motif.sms.mustache");
      return;
    }
    Optional<Channel> channel =
        Arrays.stream(Channel.values())
            .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name.group(2)))
            .findFirst();
    if (channel.isEmpty()) {
      error(file, 1, "no channel is called \"" + name.group(2) + "\"");
      return;
    }
    readContent(file, new Library.Key(name.group(1), channel.get()), files.getOrDefault(file, ""));
  }

  private void readContent(String file, Library.Key key, String content) {
    Matcher parts = PARTS.matcher(content);
    if (!parts.matches()) {
      error(file, 1, "begins with a header between two lines ---");
      standIn(key, nothing(file, key));
      return;
    }
    String body = parts.group(2);
    int bodyLine = 3 + (int) parts.group(1).chars().filter(c -> c == '\n').count();
    new HeaderReader(file, errors)
        .read(key.name(), key.channel(), parts.group(1))
        .ifPresentOrElse(
            spec -> add(key, spec, body, bodyLine), () -> standIn(key, nothing(file, key)));
  }

  private void add(Library.Key key, TemplateSpec spec, String body, int bodyLine) {
    int before = errors.size();
    new BodyCheck(spec, errors).check(body, bodyLine);
    if (errors.size() > before) {
      standIn(key, nothing(spec.file(), key));
      return;
    }
    try {
      var compiled = factory.compile(new StringReader(body), spec.file());
      templates.put(key, new Template(spec, body, compiled, bodyLine));
    } catch (MustacheException malformed) {
      error(spec.file(), bodyLine, "malformed text: " + malformed.getMessage());
      standIn(key, spec);
    }
  }

  private void standIn(Library.Key key, TemplateSpec spec) {
    templates.put(
        key, new Template(spec, "", factory.compile(new StringReader(""), spec.file()), 1));
  }

  private static TemplateSpec nothing(String file, Library.Key key) {
    return new TemplateSpec(
        key.name(),
        key.channel(),
        file,
        Purpose.SERVICE,
        Level.UNKNOWN,
        false,
        false,
        1,
        List.of());
  }

  private void error(String file, int line, String message) {
    errors.add(new TemplateError(file, line, message));
  }

  /// Compiles texts as they stand: nothing is HTML here, and no other file is reached.
  private static final class PlainTexts extends DefaultMustacheFactory {
    PlainTexts() {
      super(name -> {
        throw new MustacheException("no partials");
      });
      setObjectHandler(new StrictValues());
    }

    @Override
    public void encode(String value, Writer writer) {
      try {
        writer.write(value);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }
}
