package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the place of the work: the client's only site, or those to choose from.
record ChooseSite(Clients clients) implements Action {

  /// More than these are not listed in a text message.
  private static final int MOST_LISTED = 4;

  @Override
  public String name() {
    return "choose-site";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("one", "several", "none");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.SITE, Vars.SITES);
  }

  @Override
  public Result run(ActionContext context) {
    List<Site> sites =
        context.person().flatMap(clients::client).map(Client::sites).orElse(List.of());
    if (sites.isEmpty()) {
      return Result.of("none");
    }
    List<Site> named = sites.stream().filter(site -> wasNamed(site, context.said())).toList();
    if (sites.size() == 1 || named.size() == 1) {
      Site site = sites.size() == 1 ? sites.getFirst() : named.getFirst();
      return Result.of("one").with(Vars.SITE, site.id());
    }
    List<Map<String, Object>> listed =
        sites.stream().limit(MOST_LISTED).map(ChooseSite::line).toList();
    return Result.of("several").with(Vars.SITES, listed);
  }

  private static boolean wasNamed(Site site, List<String> said) {
    return said.stream()
        .anyMatch(
            text -> Words.contains(text, site.commune()) || Words.contains(text, site.label()));
  }

  /// Label and commune only: an address is told to nobody who is merely known by his number.
  private static Map<String, Object> line(Site site) {
    String text = site.label().isEmpty() ? site.commune() : site.label() + ", " + site.commune();
    return Map.of("text", text, "id", site.id());
  }
}
