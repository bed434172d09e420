package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Heard;
import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.geo.Commune;
import fr.duret.permanence.geo.Communes;
import fr.duret.permanence.geo.FarTowns;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import fr.duret.permanence.understanding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hears the commune of the work, by its name or its postcode.
///
/// - `told`
/// - `several`: a postcode that several share
/// - `away`: a postcode of none that we know, or a town that is known to be far
record HearCommune(Communes communes, FarTowns far) implements Recogniser {

  private static final Pattern POSTCODE = Pattern.compile("\\b\\d{5}\\b");

  /// More communes than these are not listed in a text message.
  private static final int MOST_LISTED = 4;

  @Override
  public String name() {
    return "commune";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("told", "several", "away");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.COMMUNE, Vars.COMMUNES);
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.COMMUNE);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    Confidence needed = hearing.asked() ? Confidence.UNSURE : Confidence.LIKELY;
    // Unasked, « M. Perret » is no misspelt Perrex: only what reads as a place by itself is one.
    Heard read = hearing.asked() ? hearing.heard() : hearing.alone();
    List<String> named =
        read.meaning().communes().stream()
            .filter(found -> found.confidence().atLeast(needed))
            .filter(found -> hearing.asked() || !StreetNames.names(hearing.heard().text(), found))
            .map(Finding::value)
            .toList();
    // « Sevrier, pas Annecy » corrects what was understood before.
    Object before = hearing.variables().get(Vars.COMMUNE);
    return named.stream()
        .filter(commune -> named.size() == 1 || !commune.equals(before))
        .findFirst()
        .map(commune -> Result.of("told").with(Vars.COMMUNE, commune))
        .or(() ->
            far.named(hearing.heard().text())
                .map(town -> Result.of("away").with(Vars.COMMUNE, town)))
        .or(() -> byPostcode(hearing.heard().text()));
  }

  private Optional<Result> byPostcode(String text) {
    Matcher matcher = POSTCODE.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    List<String> names =
        communes.withPostcode(matcher.group()).stream()
            .map(Commune::name)
            .limit(MOST_LISTED)
            .toList();
    return switch (names.size()) {
      case 0 -> Optional.of(Result.of("away").with(Vars.COMMUNE, matcher.group()));
      case 1 -> Optional.of(Result.of("told").with(Vars.COMMUNE, names.getFirst()));
      default -> Optional.of(Result.of("several").with(Vars.COMMUNES, names));
    };
  }
}
