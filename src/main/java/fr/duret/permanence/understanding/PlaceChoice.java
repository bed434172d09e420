package fr.duret.permanence.understanding;

import java.util.Comparator;
import java.util.List;

/// Decides which of the communes in a message is the one where the work is: not the one denied,
/// passed or lived in, and what was said last of what is corrected. Several that remain are never
/// sure.
final class PlaceChoice {

  private final Message message;
  private final Matches matches;

  PlaceChoice(Message message, Matches matches) {
    this.message = message;
    this.matches = matches;
  }

  /// @param places what was found, in the order of the text; not empty
  List<Finding<String>> of(List<Finding<String>> places) {
    List<Finding<String>> meant = without("NAME:NOT-PLACE", places);
    if (meant.isEmpty()) {
      return places.stream().map(place -> weakened(place, Confidence.UNSURE)).toList();
    }
    List<Finding<String>> work = without("NAME:HOME", meant);
    List<Finding<String>> left = work.isEmpty() ? meant : work;
    List<Finding<String>> last = afterContrast(left);
    List<Finding<String>> ranked = ranked(last);
    boolean sole = last.size() == left.size() && values(ranked) == 1;
    return sole
        ? ranked
        : ranked.stream().map(place -> weakened(place, Confidence.LIKELY)).toList();
  }

  private static long values(List<Finding<String>> places) {
    return places.stream().map(Finding::value).distinct().count();
  }

  private List<Finding<String>> without(String label, List<Finding<String>> places) {
    return places.stream().filter(place -> !Places.isCued(message, matches, label, place)).toList();
  }

  /// « Annemasse ou plutôt Ambilly », « j'ai dit Alby, mais c'est Héry ».
  private List<Finding<String>> afterContrast(List<Finding<String>> places) {
    int turn =
        matches.with("NAME:CONTRAST").stream()
            .mapToInt(match -> message.word(match.from()).start())
            .filter(at -> places.getFirst().span().start() < at)
            .filter(at -> places.getLast().span().start() > at)
            .max()
            .orElse(-1);
    return places.stream().filter(place -> place.span().start() > turn).toList();
  }

  /// Those said by their names, first those after « à »; where none is, all others.
  private static List<Finding<String>> ranked(List<Finding<String>> places) {
    List<Finding<String>> named =
        places.stream().filter(place -> place.confidence() == Confidence.SURE).toList();
    return named.isEmpty()
        ? places
        : named.stream()
            .sorted(Comparator.comparing(place -> !PlaceSearch.isAnnounced(place)))
            .toList();
  }

  private static Finding<String> weakened(Finding<String> place, Confidence most) {
    return place.confidence().atLeast(most)
        ? new Finding<>(place.value(), most, place.span(), place.reason())
        : place;
  }
}
