package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Details;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Puts the street that was told on file, at the site of the visit, and into the visit itself,
/// which is what whoever drives there reads.
record SaveStreet(Clients clients, Booking booking) implements Action {

  /// A number, a kind of street, a name.
  private static final int SHORTEST = 3;

  /// A postcode, or a short word between street and commune.
  private static final Pattern LEADS_TO_COMMUNE = Pattern.compile("\\d{5}|\\p{L}");

  @Override
  public String name() {
    return "save-street";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("saved");
  }

  @Override
  public Result run(ActionContext context) {
    String words = context.parameters().getOrDefault(FindStreet.WORDS, "");
    String text = context.heard().text().strip();
    save(context, FindStreet.told(List.of(text), words).orElse(text));
    return Result.of("saved");
  }

  @Override
  public Set<String> parameters() {
    return Set.of(FindStreet.WORDS);
  }

  /// « 5 rue des Acacias à Poisy » without the commune, which is on file beside it.
  static String withoutCommune(String street, String commune) {
    List<String> parts = List.of(street.split("[ ,]+", -1));
    String name = Words.plain(commune);
    int end =
        IntStream.range(SHORTEST + 1, parts.size())
            .filter(from -> Words.plain(rest(parts, from)).equals(name))
            .findFirst()
            .orElse(parts.size());
    // « 12 route de Sevrier » is a street whole.
    boolean told = end < parts.size() && LEADS_TO_COMMUNE.matcher(parts.get(end - 1)).matches();
    return told ? String.join(" ", parts.subList(0, end - 1)) : street;
  }

  private static String rest(List<String> parts, int from) {
    return String.join(" ", parts.subList(from, parts.size()));
  }

  void save(ActionContext context, String street) {
    Optional<Site> site =
        context
            .person()
            .flatMap(clients::client)
            .flatMap(client -> context.text(Vars.SITE).flatMap(client::site));
    if (site.isPresent() && !street.isEmpty()) {
      Site old = site.get();
      Site known =
          new Site(
              old.id(),
              old.label(),
              withoutCommune(street, old.commune()),
              old.postcode(),
              old.commune(),
              old.point());
      clients.complete(context.person().orElseThrow(), Details.none().at(known));
      context.forget();
      context.text(Vars.VISIT).ifPresent(visit -> booking.locate(visit, known));
    }
  }
}
