package fr.duret.permanence;

import fr.duret.permanence.load.Crowd;
import java.util.ArrayList;
import java.util.List;

/// What many clients write: each books with offers, chooses, and asks when his visit is.
///
/// @param number who writes
/// @param kind which of the three
/// @param text what he writes
record Talk(String number, Kind kind, String text) {

  /// The kinds of turn, one third each.
  enum Kind {
    /// Asks for a visit and gets offers.
    BOOK("1)"),
    /// Takes the first.
    CHOOSE("not"),
    /// Asks when it is.
    STATUS("rendez-vous");

    private final String sign;

    Kind(String sign) {
      this.sign = sign;
    }

    /// Whether an answer is what this turn should get.
    boolean fits(String answer) {
      return answer.contains(sign);
    }
  }

  private static final List<String> WHEN =
      List.of(
          "plutot mardi matin",
          "jeudi si possible",
          "la semaine prochaine",
          "pas avant 10h",
          "vendredi apres-midi",
          "",
          "lundi ou mercredi",
          "dans 15 jours",
          "sauf jeudi",
          "un matin");

  /// The turns of these clients, mixed: others write between two turns of one client.
  ///
  /// @param apart so many clients lie between two turns of one
  static List<Talk> of(int from, int to, int apart) {
    List<Talk> turns = new ArrayList<>();
    for (int i = from; i < to + 2 * apart; i++) {
      add(turns, i, from, to, Kind.BOOK);
      add(turns, i - apart, from, to, Kind.CHOOSE);
      add(turns, i - 2 * apart, from, to, Kind.STATUS);
    }
    return turns;
  }

  private static void add(List<Talk> turns, int client, int from, int to, Kind kind) {
    if (client >= from && client < to) {
      turns.add(new Talk(Crowd.number(client), kind, text(kind, client)));
    }
  }

  private static String text(Kind kind, int client) {
    return switch (kind) {
      case BOOK ->
          "Bonjour je voudrais un rdv pour l'entretien annuel svp, "
              + WHEN.get(client % WHEN.size());
      case CHOOSE -> "la 1";
      case STATUS -> "c'est quand mon prochain rdv ?";
    };
  }
}
