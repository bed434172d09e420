package fr.duret.permanence.booking;

import fr.duret.permanence.clients.Contract;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.message.Channel;
import java.util.Optional;

/// What somebody asks for.
///
/// @param person id of the client or prospect
/// @param recognised whether he is on file and recognised at least by his number; others get fewer
///   rights: one open visit, and a share of a day's free windows
/// @param channel by which he asks; the hold lasts by it
/// @param site where the work is
/// @param service kind of the service, as in the company file
/// @param wish when he would like it
/// @param contract his maintenance contract: its level gives priority, its visits are rights
/// @param moving id of the visit that is to be moved; its present slot is not offered
/// @param regaining whether he only wants back what he had a moment ago: while it is free, no share
///   of others and no notice keeps it from him
public record OfferRequest(
    String person,
    boolean recognised,
    Channel channel,
    Site site,
    String service,
    Wish wish,
    Optional<Contract> contract,
    Optional<String> moving,
    boolean regaining) {

  /// A request for something new.
  public OfferRequest(
      String person,
      boolean recognised,
      Channel channel,
      Site site,
      String service,
      Wish wish,
      Optional<Contract> contract,
      Optional<String> moving) {
    this(person, recognised, channel, site, service, wish, contract, moving, false);
  }

  /// The same, by somebody who undoes what he has just given up.
  public OfferRequest toRegain() {
    return new OfferRequest(
        person, recognised, channel, site, service, wish, contract, moving, true);
  }

  /// The same with another wish.
  public OfferRequest wishing(Wish other) {
    return new OfferRequest(
        person, recognised, channel, site, service, other, contract, moving, regaining);
  }

  /// The same, to move a visit.
  public OfferRequest toMove(String visit) {
    return new OfferRequest(
        person, recognised, channel, site, service, wish, contract, Optional.of(visit), regaining);
  }
}
