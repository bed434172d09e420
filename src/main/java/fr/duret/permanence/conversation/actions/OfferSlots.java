package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Offer;
import fr.duret.permanence.booking.OfferRequest;
import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.booking.Wish;
import fr.duret.permanence.calendar.Holidays;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.dates.When;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Offers slots for a new visit, or for one that is to be moved (`with: {moving: "yes"}`).
///
/// - `offered`: some serve the wish (or there was none)
/// - `only-one`: the day asked for has exactly one open window, for a visit that is to be moved
/// - `nearby`: nothing serves the wish, or all the usual days are full; the nearest are offered
/// - `closed`: as `nearby`, because nobody works at the time asked for
/// - `same`: the visit to be moved is at the time asked for, where nothing else is free
/// - `far`: as `nearby`, because the time asked for is later than we plan
/// - `nothing`: nothing at all is free
/// - `area`, `service`: we do not go there, or do not do that
/// - `already`: somebody not on file has an open visit
record OfferSlots(Booking booking, Clients clients, Services services) implements Action {

  @Override
  public String name() {
    return "offer-slots";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of(
        "offered",
        "only-one",
        "nearby",
        "closed",
        "far",
        "same",
        "nothing",
        "area",
        "service",
        "already");
  }

  @Override
  public Set<String> sets() {
    return Set.of(
        Vars.HOLD,
        Vars.SLOTS,
        Vars.SLOT,
        Vars.SERVICE,
        Vars.ASKED,
        Vars.DAY,
        Vars.HOURS,
        Vars.VISIT,
        Vars.COMMUNE,
        Vars.WISH);
  }

  @Override
  public Set<String> parameters() {
    return Set.of("moving");
  }

  @Override
  public Result run(ActionContext context) {
    Optional<String> known = context.text(Vars.KIND);
    if (known.isEmpty()) {
      return Result.of("service");
    }
    String kind = known.get();
    OfferRequest request = request(context, kind);
    OfferRequest open = Far.of(Soon.of(request, services, today(context)), today(context));
    Offer offer = booking.offer(context.nextCause(), open);
    return outcome(context, request, offer).with(Vars.SERVICE, services.label(kind));
  }

  private OfferRequest request(ActionContext context, String kind) {
    Client client = OnFile.client(context, clients).orElseThrow();
    Site site =
        context.text(Vars.SITE).flatMap(client::site).orElseGet(() -> client.sites().getFirst());
    OfferRequest request =
        new OfferRequest(
            client.id(),
            client.kind() == Client.Kind.CLIENT,
            context.channel(),
            site,
            kind,
            besides(others(context, client, site), wish(context)),
            client.contract(),
            Optional.empty());
    return moving(context) ? request.toMove(context.text(Vars.VISIT).orElseThrow()) : request;
  }

  /// The client's visits ahead at that place, without the one that is to be moved.
  private List<Visit> others(ActionContext context, Client client, Site site) {
    Optional<String> moved = moving(context) ? context.text(Vars.VISIT) : Optional.empty();
    return OnFile.upcoming(client.id(), context, booking).stream()
        .filter(visit -> visit.site().id().equals(site.id()))
        .filter(visit -> !moved.equals(Optional.of(visit.id())))
        .toList();
  }

  /// Not when somebody of us comes already.
  private static Wish besides(List<Visit> others, Wish wish) {
    List<Wish.Period> excluded = new ArrayList<>(wish.excluded());
    others.stream()
        .map(Visit::slot)
        .forEach(slot -> excluded.add(Wish.Period.day(slot.day()).between(slot.from(), slot.to())));
    return new Wish(wish.wanted(), excluded);
  }

  private static boolean moving(ActionContext context) {
    return context.parameters().containsKey("moving");
  }

  private static Wish wish(ActionContext context) {
    return context.text(Vars.WISH).map(When::parse).map(Wishes::of).orElse(Wish.any());
  }

  private Result outcome(ActionContext context, OfferRequest request, Offer offer) {
    return switch (offer) {
      case Offer.Offered offered -> offered(context, request, offered);
      case Offer.NothingFits nothing -> Result.of("nothing");
      case Offer.NotServed(Offer.Why why) ->
          switch (why) {
            case AREA -> Result.of("area").with(Vars.COMMUNE, request.site().commune());
            case SERVICE -> Result.of("service");
          };
      case Offer.AlreadyBooked(var visit) ->
          Result.of("already").with(Vars.VISIT, visit.id()).with(Vars.SLOT, visit.slot().key());
    };
  }

  private LocalDate today(ActionContext context) {
    return LocalDate.ofInstant(context.now(), services.company().zone());
  }

  private Result offered(ActionContext context, OfferRequest request, Offer.Offered offered) {
    if (Far.isFar(request.wish(), today(context))) {
      return keep("far", offered);
    }
    boolean wished = !request.wish().wanted().isEmpty();
    if (moving(context) && wished && offered.openAsWished() == 1) {
      return keep("only-one", offered).with(Vars.SLOT, offered.wished().getFirst().slot().key());
    }
    if (!wished && isLate(context, request, offered)) {
      return keep("nearby", offered).with(Vars.DAY, false).with(Vars.HOURS, false);
    }
    if (!wished || !offered.wished().isEmpty() || tookBack(request.wish())) {
      return keep("offered", offered);
    }
    if (isThereAlready(context, request.wish())) {
      return keep("same", offered);
    }
    boolean open =
        new Open(services.windows(request.service()), today(context)).isEver(request.wish());
    return open
        ? asked(keep("nearby", offered), request.wish())
        : withoutWish(context, asked(keep("closed", offered), request.wish()));
  }

  /// Whether the usual days are full, which is said: he may think that he must wait for nothing.
  private boolean isLate(ActionContext context, OfferRequest request, Offer.Offered offered) {
    LocalDate first = offered.slots().getFirst().slot().day();
    return services
        .company()
        .service(request.service())
        .filter(service -> first.isAfter(today(context).plusDays(service.withinDays())))
        .isPresent();
  }

  /// What nobody can have is not asked for with the next words again: « samedi », then « le soir ».
  private static Result withoutWish(ActionContext context, Result result) {
    When wish = context.text(Vars.WISH).map(When::parse).orElse(When.NONE);
    When left = new When(List.of(), wish.excluded(), List.of(), List.of());
    return result.with(Vars.WISH, left.notation());
  }

  /// Whether the visit to be moved is when it is wanted already: « et demain ? ».
  private static boolean isThereAlready(ActionContext context, Wish wish) {
    return moving(context)
        && context.text(Vars.SLOT).map(Slot::ofKey).filter(wish::isServedBy).isPresent();
  }

  /// « Jeudi 3 », then « oui mais pas jeudi »: what he no longer wants was not looked for in vain.
  private static boolean tookBack(Wish wish) {
    return onlyDay(wish)
        .filter(day ->
            wish.excluded().stream().anyMatch(period -> !isPartOfDay(period) && period.hasDay(day)))
        .isPresent();
  }

  /// What was asked for in vain: one day or some hours of it, or anything else.
  private static Result asked(Result result, Wish wish) {
    Optional<LocalDate> day = onlyDay(wish);
    // On a Sunday no hour is open: the day is the reason.
    boolean hours =
        day.filter(Holidays::isWorkingDay).isPresent()
            && wish.wanted().stream().anyMatch(OfferSlots::isPartOfDay);
    Result told = result.with(Vars.DAY, day.isPresent()).with(Vars.HOURS, hours || day.isEmpty());
    return day.map(one -> told.with(Vars.ASKED, one.toString())).orElse(told);
  }

  private static boolean isPartOfDay(Wish.Period period) {
    return !period.after().equals(LocalTime.MIN) || !period.before().equals(LocalTime.MAX);
  }

  private static Result keep(String outcome, Offer.Offered offered) {
    List<String> slots = offered.slots().stream().map(option -> option.slot().key()).toList();
    return Result.of(outcome).with(Vars.HOLD, offered.hold()).with(Vars.SLOTS, slots);
  }

  /// The one day asked for, if it is one.
  private static Optional<LocalDate> onlyDay(Wish wish) {
    return wish.wanted().size() == 1
            && wish.wanted().getFirst().from().equals(wish.wanted().getFirst().until())
        ? Optional.of(wish.wanted().getFirst().from())
        : Optional.empty();
  }
}
