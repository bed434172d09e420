package fr.duret.permanence;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.HoldTimes;
import fr.duret.permanence.clients.Civility;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.OnCall;
import fr.duret.permanence.conversation.ConversationSettings;
import fr.duret.permanence.conversation.Conversations;
import fr.duret.permanence.conversation.FlowLibrary;
import fr.duret.permanence.conversation.Registry;
import fr.duret.permanence.conversation.Services;
import fr.duret.permanence.conversation.TemplateTexts;
import fr.duret.permanence.conversation.Texts;
import fr.duret.permanence.conversation.actions.Business;
import fr.duret.permanence.conversation.actions.VisitChange;
import fr.duret.permanence.conversation.flow.Vocabulary;
import fr.duret.permanence.desk.Desk;
import fr.duret.permanence.desk.LastAnswer;
import fr.duret.permanence.desk.Sla;
import fr.duret.permanence.desk.UndeliveredTickets;
import fr.duret.permanence.emergency.Alerts;
import fr.duret.permanence.emergency.Caller;
import fr.duret.permanence.emergency.Reply;
import fr.duret.permanence.gate.Consents;
import fr.duret.permanence.gate.GateFacts;
import fr.duret.permanence.gate.GateSettings;
import fr.duret.permanence.gate.Rules;
import fr.duret.permanence.geo.Commune;
import fr.duret.permanence.geo.Communes;
import fr.duret.permanence.journal.Dispatcher;
import fr.duret.permanence.journal.Handler;
import fr.duret.permanence.journal.History;
import fr.duret.permanence.journal.Work;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.outbox.Caps;
import fr.duret.permanence.outbox.Outbox;
import fr.duret.permanence.outbox.OutboxSettings;
import fr.duret.permanence.outbox.Transport;
import fr.duret.permanence.outreach.Notices;
import fr.duret.permanence.outreach.Reminders;
import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.technicians.Technicians;
import fr.duret.permanence.templates.Samples;
import fr.duret.permanence.templates.Templates;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Emergency;
import fr.duret.permanence.understanding.French;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Understood;
import fr.duret.permanence.understanding.dates.Dates;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The product without its edges: everything between the journal and the outbox, built once.
final class Core implements AutoCloseable {

  /// The same words three times within a minute are a loop; later they are an answer asked for
  /// again.
  private static final Caps.Settings CAPS =
      new Caps.Settings(20, 60, 3, Duration.ofMinutes(1), LastAnswer.TEMPLATE);

  private final Base base;
  private final Company company;
  private final Clients clients;
  private final Technicians technicians;
  private final Booking booking;
  private final Desk desk;
  private final Reminders reminders;
  private final Notices notices;
  private final Consents consents;
  private final PeopleOnFile people;
  private final FileWatch watch;
  private final RemindersSweep sweep;
  private final Nightly nightly;
  private final Vocabulary vocabulary;
  private final LongestValues values;
  private final Conversations conversations;
  private final Dispatcher dispatcher;

  /// Builds it; nothing works before [#start()].
  ///
  /// @param transports what carries the messages of each channel
  /// @param twoWay whether messages of a channel and purpose leave from a sender that can be
  ///   answered
  /// @param timed put around the handler of what arrives, to time it
  Core(
      Settings settings,
      Company company,
      Store store,
      Clocks clocks,
      Map<Channel, Transport> transports,
      BiPredicate<Channel, Purpose> twoWay,
      UnaryOperator<Handler> timed) {
    InstantSource clock = clocks.business();
    this.company = company;
    Places places = Places.of(settings.geo(), clocks.nanos());
    // Read beside all else: it waits for nothing, and takes longer than anything else of a start.
    CompletableFuture<French> reading =
        CompletableFuture.supplyAsync(() -> french(places.communes(), office(company)));
    Templates templates = Templates.salvage(settings.templates());
    this.desk = new Desk(store, company, Sla.usual());
    OfficeTickets tickets = new OfficeTickets(desk, templates, clock);
    this.clients = new Clients(store);
    this.consents = new Consents(store);
    this.technicians = new Technicians(company, store);
    this.booking =
        new Booking(store, company, technicians, places.times(), HoldTimes.usual(), clock);
    Outbox.Joints joints =
        new Outbox.Joints(
            transports,
            new Rules(
                facts(store, clock, twoWay),
                clock,
                GateSettings.usual().to(settings.reply().prefixes())),
            message -> reminders().current(message),
            new UndeliveredTickets(
                desk,
                templates,
                clock,
                new LastAnswer(
                    templates,
                    company,
                    office(company),
                    clock,
                    message -> base().outbox().owe(message))));
    this.people =
        new PeopleOnFile(clients, booking, civility -> word(template(civility), templates));
    this.base = Base.open(store, clocks, joints, tickets, sending(settings));
    VisitsToRemind toRemind = new VisitsToRemind(booking, clients, people::called);
    this.reminders = reminders(toRemind, templates);
    this.notices = notices(toRemind, templates);
    French french = reading.join();
    Alerts alerts = alerts(templates, french);
    Texts texts = new TemplateTexts(templates, constants(company));
    Registry registry = registry(templates, places, alerts);
    this.vocabulary = registry.vocabulary(texts);
    this.values = new LongestValues(company, clients, people, places.communes());
    this.watch =
        new FileWatch(
            new DialogueFiles(
                settings.flows(),
                settings.templates(),
                read -> registry.vocabulary(new TemplateTexts(read, constants(company))),
                values::samples),
            templates,
            store);
    this.conversations =
        new Conversations(
            new Services(registry, french::read, texts, people, company.zone()),
            watch.flows(),
            new Conversations.Base(
                store, base.journal(), base.outbox(), base.agenda(), base.nodes(), clock),
            dialogue(settings.reply()));
    BrokenPromises promises =
        new BrokenPromises(booking, clients, people, desk, templates, clock, company.zone());
    technicians.onChange(promises);
    this.sweep =
        new RemindersSweep(base.agenda(), booking, reminders, base.clock(), company.zone());
    this.nightly = nightly(promises);
    base.agenda().on(Nightly.KIND, nightly::fire);
    base.agenda().on(RemindersSweep.KIND, _ -> sweep.run());
    base.agenda().on(Conversations.SILENCE, conversations::silence);
    base.agenda().on(Conversations.STRETCH, conversations::lapse);
    base.agenda().on(Conversations.SWEEP, timer -> conversations.sweep(timer.due()));
    base.agenda().on(Reminders.KIND, reminders::fire);
    base.agenda().on(Notices.KIND, notices::fire);
    base.agenda().on(Alerts.KIND, alerts::fire);
    this.dispatcher =
        new Dispatcher(
            base.journal(),
            base.nodes(),
            clock,
            timed.apply(new AlertAnswers(alerts, base.journal(), conversations)),
            tickets,
            Dispatcher.Settings.DEFAULT);
  }

  private static French french(Communes communes, String office) {
    return French.load(
        communes.all().stream().map(Commune::name).distinct().toList(), List.of(office));
  }

  private static ConversationSettings dialogue(Settings.Reply reply) {
    ConversationSettings usual = ConversationSettings.DEFAULT;
    return new ConversationSettings(
        reply.conversationEnd(), usual.silence(), reply.quiet(), usual.stretch());
  }

  /// Twilio takes so many a second; a second's worth may go at once.
  private static OutboxSettings sending(Settings settings) {
    return settings
        .twilio()
        .map(Settings.Twilio::perSecond)
        .map(perSecond ->
            OutboxSettings.DEFAULT.withPace(
                Channel.SMS, new OutboxSettings.Pace(perSecond, perSecond)))
        .orElse(OutboxSettings.DEFAULT);
  }

  private GateFacts facts(Store store, InstantSource clock, BiPredicate<Channel, Purpose> twoWay) {
    return new KnownFacts(
        consents,
        clients,
        new Caps(store, clock, CAPS),
        address -> conversations.find(address, clock.instant()),
        twoWay);
  }

  private Nightly nightly(BrokenPromises promises) {
    Purges purges =
        new Purges(
            booking,
            base.agenda(),
            base.journal(),
            base.outbox(),
            base.clock(),
            Purges.Retention.usual(),
            Purges.USUAL_MOST);
    return new Nightly(
        base.agenda(),
        base.clock(),
        company.zone(),
        List.of(
            sweep::run, booking::learn, promises::check, booking::improveThoroughly, purges::run));
  }

  private Reminders reminders() {
    return reminders;
  }

  private Reminders reminders(VisitsToRemind visits, Templates templates) {
    return new Reminders(
        visits,
        company,
        templates,
        base.clock(),
        new Reminders.Joints(
            base.agenda()::plan,
            base.agenda()::cancel,
            base.outbox()::owe,
            (address, question, variables, now) ->
                conversations().expect(address, question, variables, now),
            desk::open));
  }

  private Notices notices(VisitsToRemind visits, Templates templates) {
    return new Notices(
        visits,
        company,
        templates,
        base.clock(),
        new Notices.Joints(
            base.agenda()::plan,
            base.outbox()::owe,
            (address, question, variables, now) ->
                conversations().expectApart(address, question, variables, now)));
  }

  /// Whom a change of a visit concerns besides the client who asked for it.
  private void changed(VisitChange change) {
    reminders.changed(change.visit());
    switch (change.kind()) {
      case MADE -> {}
      case MOVED ->
          notices.moved(change.cause(), change.visit(), change.former().orElseThrow(), change.by());
      case CANCELLED -> notices.cancelled(change.cause(), change.visit(), change.by());
    }
  }

  private Alerts alerts(Templates templates, French french) {
    return new Alerts(
        base.store(),
        company,
        office(company),
        templates,
        base.clock(),
        new Alerts.Joints(
            desk, base.agenda()::plan, base.outbox()::owe, this::caller, replies(french)));
  }

  private Optional<Caller> caller(String person) {
    return clients
        .client(person)
        .map(client ->
            new Caller(
                people.called(client),
                client.sites().size() == 1 ? client.sites().getFirst().street() : "",
                client.sites().isEmpty() ? "" : client.sites().getFirst().commune()));
  }

  /// What the words of somebody on call mean.
  private Function<String, Reply> replies(French french) {
    Context asked = Context.asked(Context.Asked.YES_NO);
    return words -> {
      LocalDateTime now = LocalDateTime.ofInstant(base.clock().instant(), company.zone());
      Understood understood = french.read(words, now, asked);
      if (understood.emergency() instanceof Emergency.Alarm) {
        return Reply.DANGER;
      }
      return switch (understood.answer()) {
        case YES -> Reply.TAKES;
        case NO -> Reply.PASSES;
        // « Ok j'arrive » restricts nothing; « ok mais je suis loin » does.
        case RESERVED ->
            understood.dates().isEmpty() && understood.means(Intent.LATE, Confidence.LIKELY)
                ? Reply.TAKES
                : Reply.UNCLEAR;
        case NONE -> Reply.UNCLEAR;
      };
    };
  }

  private Registry registry(Templates templates, Places places, Alerts alerts) {
    Business business =
        new Business(
            company,
            places.communes(),
            Dates.french(),
            clients,
            booking,
            desk,
            templates,
            new AlarmsRaised(alerts),
            new StopWords(consents, base.outbox()),
            this::changed);
    return new Registry(business.actions(), business.recognisers(), business.errands());
  }

  /// What every message may say without a flow having set it.
  static Map<String, Object> constants(Company company) {
    return Map.of(
        "company", company.name(), "office", office(company), "grid", company.gridEmergency());
  }

  /// The person of the office whom clients are told of.
  static String office(Company company) {
    return company.onCall().stream()
        .filter(person -> person.when() == OnCall.When.OFFICE_HOURS)
        .map(OnCall::name)
        .findFirst()
        .orElse(company.name());
  }

  /// What is missing is told with whatever else is wrong before anything is said.
  private static String word(String name, Templates templates) {
    return templates
        .find(name, Channel.SMS)
        .map(spec -> templates.render(spec.name(), Channel.SMS, Map.of()).text())
        .orElse("");
  }

  private static String template(Civility civility) {
    return "civilite/" + civility.name().toLowerCase(Locale.ROOT);
  }

  /// The templates of how people are addressed.
  static Set<String> civilityTemplates() {
    return Stream.of(Civility.values()).map(Core::template).collect(Collectors.toSet());
  }

  /// Begins to work, going on with whatever an earlier process left unfinished.
  void start() {
    base.nodes().start();
    booking.recover();
    booking.learn();
    base.outbox().start();
    base.agenda().start();
    nightly.start();
    sweep.start();
    replanning().start();
    dispatcher.start();
    watch.start();
    conversations.sweep(base.clock().instant());
  }

  private Replanning replanning() {
    return new Replanning(booking.reoptimiser(), dispatcher::busy, base.nanos());
  }

  /// All that works by itself, by name.
  Map<String, Work> works() {
    Map<String, Work> works = new LinkedHashMap<>();
    works.put("journal", dispatcher);
    works.put("outbox", base.outbox());
    works.put("agenda", base.agenda());
    works.put("planning", replanning());
    return works;
  }

  /// Whether this node can do its work.
  boolean ready() {
    return base.store().alive() && base.nodes().working();
  }

  Base base() {
    return base;
  }

  Company company() {
    return company;
  }

  Clients clients() {
    return clients;
  }

  Technicians technicians() {
    return technicians;
  }

  Booking booking() {
    return booking;
  }

  PeopleOnFile people() {
    return people;
  }

  Desk desk() {
    return desk;
  }

  /// The flows in force and those of conversations under way.
  FlowLibrary flows() {
    return watch.flows();
  }

  /// What keeps saved flows and templates from being in force, each on a line with its file; empty
  /// if nothing does.
  List<String> problemsOfFiles() {
    return watch.problems();
  }

  /// The longest real values of what stands in messages.
  Samples samples() {
    return values.samples();
  }

  /// The names that flows may use.
  Vocabulary vocabulary() {
    return vocabulary;
  }

  Conversations conversations() {
    return conversations;
  }

  /// Everything that happened, in both directions.
  History history() {
    return new History(base.journal(), base.outbox());
  }

  /// Begins nothing new, finishes what runs, leaves the rest to whoever starts next.
  @Override
  public void close() {
    watch.close();
    dispatcher.close();
    base.agenda().close();
    base.outbox().close();
    booking.reoptimiser().close();
    base.nodes().close();
  }
}
