package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ErrandRunner;
import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.desk.Desk;
import fr.duret.permanence.geo.Communes;
import fr.duret.permanence.geo.FarTowns;
import fr.duret.permanence.templates.Templates;
import fr.duret.permanence.understanding.dates.Dates;
import java.util.List;
import java.util.stream.Stream;

/// All actions and recognisers of the company's business.
///
/// @param company what the company file says
/// @param communes the communes that clients name
/// @param dates reads dates
/// @param clients who is writing
/// @param booking books
/// @param desk hands over to a person
/// @param templates writes the tickets' subjects
/// @param alarms alerts
/// @param consents keeps STOP and START
/// @param visitListener told of every visit that changes
public record Business(
    Company company,
    Communes communes,
    Dates dates,
    Clients clients,
    Booking booking,
    Desk desk,
    Templates templates,
    Alarms alarms,
    Consents consents,
    VisitListener visitListener) {

  /// What flows can do.
  public List<Action> actions() {
    Services services = new Services(company);
    Visits visits = new Visits(services);
    return List.of(
        new Identify(clients),
        new NamePerson(clients),
        new Register(clients, communes),
        new ChooseSite(clients, FarTowns.load()),
        new EverySite(),
        new OtherSite(),
        new TakeSite(),
        new TurnToPlace(),
        new CorrectedMotive(),
        new AddNeed(),
        new HowLong(services),
        new FitsVisit(),
        new OwnTime(booking, visits),
        new ReadWish(dates, company.zone()),
        new OfferSlots(booking, clients, services),
        new Book(booking, visits),
        new MoveVisit(booking, visits),
        new CancelVisit(booking, visits),
        new CancelListed(booking),
        new ReleaseHold(booking),
        new RestoreVisit(booking, clients, visits),
        new ForgetWish(),
        new BookedHere(booking),
        new NoteNeeds(),
        new NextNeed(clients, services),
        new TakeNeed(),
        new CheckStreet(clients),
        new SaveStreet(clients, booking),
        new FindStreet(clients, new SaveStreet(clients, booking)),
        new SortQuote(),
        new MeansVisit(),
        new KeepCaller(clients, communes),
        new SecondVisit(booking, visits),
        new FindVisit(booking, clients, visits, company.zone()),
        new NamedDay(booking, dates, company.zone()),
        new OpenTicket(desk, templates, company),
        new RaiseAlarm(alarms),
        new AlarmStanding(alarms),
        new EndAlarm(alarms),
        new TellAlarm(alarms),
        new StopMessages(consents),
        new StartMessages(consents),
        new SortOther(),
        new Says(),
        new Sooner(),
        new LaterThatDay(),
        new FirstOffered(),
        new TakeMeant(company.zone()),
        new NearOnly(),
        new NamedSites(clients),
        new AddSite(clients, communes, company),
        new ThatDay(),
        new StillAhead(company.zone()),
        new PickListed(),
        new PlannedAlready(booking, visits),
        new FarAway(FarTowns.load()),
        new CheckNotes(services));
  }

  /// What actions leave to be done after a turn.
  public List<ErrandRunner> errands() {
    return List.of(new VisitErrand(booking, visitListener));
  }

  /// What flows can hear.
  public List<Recogniser> recognisers() {
    SlotChoice slots = new SlotChoice(new Services(company));
    MoveChoice moves = new MoveChoice(slots);
    return List.of(
        slots,
        moves,
        new ConfirmedChoice("slot-confirmation", slots, slots),
        new ConfirmedChoice("move-confirmation", moves, slots),
        new YesNo(),
        new Afterthought(),
        new HearNote(),
        new HearPlace(),
        new HearStreet(),
        new HearMotive(),
        new HearName(),
        new HearCommune(communes, FarTowns.load()),
        new HearPeriod(),
        new DateChoice(),
        new MoreWords(),
        new Addition(),
        new OtherCommune(new Addition()),
        new AlarmWords(),
        new DangerAnswer(),
        new VisitChoice(),
        new NamedChoice("site-choice", Vars.SITES, Vars.SITE),
        new ListChoice(
            "commune-choice", Vars.COMMUNES, Vars.COMMUNE, Business::namesText, item -> item));
  }

  /// « Chalet » names « le chalet, Talloires-Montmin », and so does « Talloires ».
  private static int namesText(Hearing hearing, Object item) {
    String[] parts = ListChoice.field(item, "text").toString().split("[,-]", -1);
    return Stream.of(parts)
        .map(Words::withoutArticle)
        .mapToInt(part -> said(hearing, part))
        .max()
        .orElse(0);
  }

  private static int said(Hearing hearing, String name) {
    return Words.contains(hearing.heard().text(), name) ? name.length() : 0;
  }
}
