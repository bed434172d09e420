package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tells which of some places a text names, by what people say of them: the label, the street or
/// only the end of its name, the commune or the first part of its name. « La maison du lac » also
/// says « la maison »: the longest name said is meant.
final class Naming {

  /// Shorter ends of names are too often parts of something else.
  private static final int TELLING = 6;

  /// Words up to this length begin no name: articles and prepositions.
  private static final int SMALL = 3;

  private Naming() {}

  /// What a place is called.
  static List<String> names(Site site) {
    List<String> names = new ArrayList<>(List.of(site.label(), site.street(), site.commune()));
    Stream.of(site.commune().split("-", -1))
        .findFirst()
        .filter(part -> part.length() >= TELLING)
        .ifPresent(names::add);
    return List.copyOf(names);
  }

  /// The items that the text names best; empty if it names none, several if it fits several alike.
  static <T> List<T> named(String text, List<T> items, Function<T, Collection<String>> names) {
    int most = items.stream().mapToInt(item -> best(text, names.apply(item))).max().orElse(0);
    return most == 0
        ? List.of()
        : items.stream().filter(item -> best(text, names.apply(item)) == most).toList();
  }

  /// All the items that the text names, each by words of its own, in the order of the text. Words
  /// that fit several alike (« Annecy », of two places there) name none of them.
  static <T> List<T> all(String text, List<T> items, Function<T, Collection<String>> names) {
    Map<Integer, T> found = new TreeMap<>();
    List<T> left = new ArrayList<>(items);
    String rest = Words.plain(text);
    List<T> best = named(rest, left, names);
    while (!best.isEmpty()) {
      T item = best.getFirst();
      String words = longest(rest, names.apply(item));
      String free = rest;
      boolean own =
          best.stream().filter(one -> longest(free, names.apply(one)).equals(words)).count() == 1;
      if (own) {
        found.put(rest.indexOf(words), item);
        left.remove(item);
      } else {
        left.removeAll(best);
      }
      rest = rest.replace(words, " " + "x".repeat(words.length() - 2) + " ");
      best = named(rest, left, names);
    }
    return List.copyOf(found.values());
  }

  /// The words of the text that name the item, with a space before and after them.
  private static String longest(String text, Collection<String> names) {
    return names.stream()
        .map(name -> saidEnd(text, name))
        .max(Comparator.comparingInt(String::length))
        .map(end -> " " + end + " ")
        .orElse("  ");
  }

  private static int best(String text, Collection<String> names) {
    return names.stream().mapToInt(name -> said(Words.plain(text), name)).max().orElse(0);
  }

  /// How many letters of the name the text says.
  private static int said(String text, String name) {
    return saidEnd(text, name).length();
  }

  /// What the text says of the name: all of it, or its end; empty if nothing.
  private static String saidEnd(String text, String name) {
    List<String> words = Stream.of(Words.plain(name).strip().split(" ", -1)).toList();
    for (int start = 0; start < words.size(); start++) {
      String end = String.join(" ", words.subList(start, words.size()));
      boolean whole = words.subList(0, start).stream().allMatch(word -> word.length() <= SMALL);
      boolean begins = start == 0 || words.get(start).length() > SMALL;
      if (begins
          && end.length() >= (whole ? SMALL + 1 : TELLING)
          && text.contains(" " + end + " ")) {
        return isOtherNumber(text, words.getFirst(), end) ? "" : end;
      }
    }
    return "";
  }

  /// Number 12 of a street is not its number 2.
  private static boolean isOtherNumber(String text, String first, String end) {
    if (!first.chars().allMatch(Character::isDigit)) {
      return false;
    }
    List<String> numbers =
        Pattern.compile(" (\\d+) (?:\\p{L}{1,9} )?" + Pattern.quote(end) + " ")
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .toList();
    return !numbers.isEmpty() && !numbers.contains(first);
  }
}
