package fr.duret.permanence.desk;

import fr.duret.permanence.company.Company;
import fr.duret.permanence.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// The tickets. Every command is idempotent; every method may throw [com.mongodb.MongoException]
/// when the store fails, and the same command must then be repeated.
public final class Desk {

  private final MongoTickets tickets;
  private final OpeningTime opening;
  private final Sla sla;

  /// @param company whose opening hours due times are counted in
  public Desk(Store store, Company company, Sla sla) {
    this.tickets = new MongoTickets(store);
    this.opening = new OpeningTime(company);
    this.sla = sla;
  }

  /// Opens a ticket, or joins the one that is open about the same matter: the repeated contact
  /// raises its priority, to urgent if what was promised is overdue, and then sets a new due time.
  ///
  /// @return the ticket as it is now; its due time is what may be promised
  public Ticket open(Demand demand) {
    while (true) {
      Optional<MongoTickets.Stored> latest = tickets.latest(demand.matter());
      Optional<MongoTickets.Stored> absorbed =
          latest
              .filter(stored -> stored.knows(demand.cause()))
              .or(() -> tickets.find(id(demand.cause())));
      if (absorbed.isPresent()) {
        return absorbed.get().ticket();
      }
      Optional<MongoTickets.Stored> open = latest.filter(stored -> stored.ticket().active());
      MongoTickets.Stored next =
          open.map(stored -> joined(stored, demand)).orElseGet(() -> fresh(demand));
      if (open.isPresent() ? tickets.replaced(next) : tickets.inserted(next)) {
        return next.ticket();
      }
    }
  }

  /// Gives a ticket to somebody; one that another has stays with him, as its owner then shows.
  ///
  /// @throws NoSuchElementException if there is no such ticket
  public Ticket take(String id, String owner) {
    return change(
        id,
        ticket ->
            ticket.state() == TicketState.OPEN
                ? with(ticket, TicketState.TAKEN, Optional.of(owner))
                : ticket);
  }

  /// Takes a ticket back from its owner; nothing happens if it is not taken.
  ///
  /// @throws NoSuchElementException if there is no such ticket
  public Ticket release(String id) {
    return change(
        id,
        ticket ->
            ticket.state() == TicketState.TAKEN
                ? with(ticket, TicketState.OPEN, Optional.empty())
                : ticket);
  }

  /// Closes a ticket; the next demand about its matter opens a new one.
  ///
  /// @param by who did it
  /// @throws NoSuchElementException if there is no such ticket
  public Ticket done(String id, String by) {
    return change(
        id, ticket -> ticket.active() ? with(ticket, TicketState.DONE, Optional.of(by)) : ticket);
  }

  /// One ticket.
  public Optional<Ticket> find(String id) {
    return tickets.find(id).map(MongoTickets.Stored::ticket);
  }

  /// The ticket that is open about a matter.
  public Optional<Ticket> about(String matter) {
    return tickets.active(matter).map(MongoTickets.Stored::ticket);
  }

  /// What remains to be done, most pressing first.
  ///
  /// @param after only those after that [Ticket#order()]; empty for the first page
  /// @param limit at most so many
  public List<Ticket> active(String after, int limit) {
    return tickets.page(Optional.of(true), after, limit);
  }

  /// All tickets, done ones too, in the same order.
  ///
  /// @param after only those after that [Ticket#order()]; empty for the first page
  /// @param limit at most so many
  public List<Ticket> all(String after, int limit) {
    return tickets.page(Optional.empty(), after, limit);
  }

  /// How much there is to do at that business time.
  public Counts counts(Instant now) {
    return new Counts(
        tickets.count(MongoTickets.inState(TicketState.OPEN)),
        tickets.count(MongoTickets.inState(TicketState.TAKEN)),
        tickets.count(MongoTickets.ofPriority(Priority.URGENT)),
        tickets.count(MongoTickets.dueBefore(now)));
  }

  private MongoTickets.Stored fresh(Demand demand) {
    Instant at = demand.at().truncatedTo(ChronoUnit.MILLIS);
    Ticket ticket =
        new Ticket(
            id(demand.cause()),
            demand.kind(),
            demand.subject(),
            demand.matter(),
            sla.of(demand.kind()).priority(),
            at,
            due(demand.kind(), at),
            false,
            0,
            demand.contact(),
            demand.client(),
            TicketState.OPEN,
            Optional.empty(),
            1);
    return new MongoTickets.Stored(ticket, List.of(demand.cause()));
  }

  private MongoTickets.Stored joined(MongoTickets.Stored stored, Demand demand) {
    Ticket ticket = stored.ticket();
    boolean broken = demand.at().isAfter(ticket.due());
    Priority raised = broken ? Priority.URGENT : ticket.priority().raised();
    boolean graver =
        sla.of(demand.kind()).priority().compareTo(sla.of(ticket.kind()).priority()) < 0;
    Instant soonest = due(demand.kind(), demand.at());
    Ticket joined =
        new Ticket(
            ticket.id(),
            graver ? demand.kind() : ticket.kind(),
            graver ? demand.subject() : ticket.subject(),
            ticket.matter(),
            raised.orMorePressing(sla.of(demand.kind()).priority()),
            ticket.opened(),
            broken || soonest.isBefore(ticket.due()) ? soonest : ticket.due(),
            ticket.promiseBroken() || broken,
            ticket.contacts() + 1,
            demand.contact(),
            demand.client().or(ticket::client),
            ticket.state(),
            ticket.owner(),
            ticket.version() + 1);
    return stored.with(joined, demand.cause());
  }

  private Instant due(TicketKind kind, Instant at) {
    Sla.Terms terms = sla.of(kind);
    return (terms.aroundTheClock() ? at.plus(terms.within()) : opening.after(at, terms.within()))
        .truncatedTo(ChronoUnit.MILLIS);
  }

  private Ticket change(String id, UnaryOperator<Ticket> change) {
    while (true) {
      MongoTickets.Stored stored =
          tickets.find(id).orElseThrow(() -> new NoSuchElementException("no ticket " + id));
      Ticket changed = change.apply(stored.ticket());
      if (changed.equals(stored.ticket())
          || tickets.replaced(new MongoTickets.Stored(changed, stored.causes()))) {
        return changed;
      }
    }
  }

  private static Ticket with(Ticket ticket, TicketState state, Optional<String> owner) {
    return new Ticket(
        ticket.id(),
        ticket.kind(),
        ticket.subject(),
        ticket.matter(),
        ticket.priority(),
        ticket.opened(),
        ticket.due(),
        ticket.promiseBroken(),
        ticket.contacts(),
        ticket.contact(),
        ticket.client(),
        state,
        owner,
        ticket.version() + 1);
  }

  private static String id(String cause) {
    return "T-" + UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8));
  }
}
