package fr.duret.permanence.understanding.dates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The vocabulary: a tree of phrases by their tokens, and the speller of the words that forgive
/// typing errors.
final class Lexicon {

  private static final String RESOURCE = "/understanding/dates-vocabulary.tsv";

  /// A phrase found: its senses and how many tokens it took.
  record Found(Senses senses, int tokens, boolean repaired) {}

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private Senses senses = Senses.NONE;
  }

  private final Node root = new Node();
  private final Speller speller = new Speller();

  static Lexicon load() {
    Lexicon lexicon = new Lexicon();
    try (InputStream in = Lexicon.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + RESOURCE);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      lines.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').forEach(lexicon::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lexicon;
  }

  private void add(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 3) {
      throw new IllegalStateException(RESOURCE + ": three fields expected: " + line);
    }
    boolean forgiving = fields[0].endsWith("*");
    Kind kind =
        Kind.valueOf(forgiving ? fields[0].substring(0, fields[0].length() - 1) : fields[0]);
    for (String form : fields[2].split("\\|", -1)) {
      List<String> words = words(form);
      add(words, Sense.of(kind, fields[1]));
      if (forgiving && words.size() == 1) {
        speller.learn(words.getFirst());
      }
    }
  }

  private static List<String> words(String form) {
    return Tokenizer.tokens(form).stream()
        .filter(token -> !token.isHyphen())
        .map(Token::text)
        .toList();
  }

  private void add(List<String> words, Sense sense) {
    if (words.isEmpty()) {
      throw new IllegalStateException(RESOURCE + ": empty form of " + sense);
    }
    Node node = root;
    for (String word : words) {
      node = node.next.computeIfAbsent(word, key -> new Node());
    }
    if (!node.senses.all().contains(sense)) {
      List<Sense> more = new ArrayList<>(node.senses.all());
      more.add(sense);
      node.senses = Senses.of(more);
    }
  }

  /// The longest phrase that begins at that token, hyphens inside it not counting; else the word
  /// that was probably meant.
  @Nullable Found find(List<Token> tokens, int at) {
    Node node = root;
    Found best = null;
    for (int i = at; i < tokens.size(); i++) {
      if (i > at && tokens.get(i).isHyphen()) {
        continue;
      }
      node = node.next.get(tokens.get(i).text());
      if (node == null) {
        break;
      }
      if (!node.senses.isEmpty()) {
        best = new Found(node.senses, i + 1 - at, false);
      }
    }
    return best != null || tokens.get(at).type() != Token.Type.WORD
        ? best
        : repaired(tokens.get(at).text());
  }

  private @Nullable Found repaired(String word) {
    String meant = root.next.containsKey(word) ? null : speller.repair(word);
    Node node = meant == null ? null : root.next.get(meant);
    return node == null ? null : new Found(node.senses, 1, true);
  }
}
