package fr.duret.permanence.desk;

import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.util.Optional;

/// Something that a person must do.
///
/// @param id `T-…`, derived from the cause that opened it
/// @param kind why it was opened
/// @param subject what it is about, in words
/// @param matter the open matter it stands for: `conversation/K-12`, `visit/V-123`
/// @param priority how pressing it is now
/// @param opened when it was opened, in business time
/// @param due when it must be done; what the client was told
/// @param promiseBroken whether the client came back after the due time
/// @param contacts how often the client came back about it
/// @param contact where the client can be reached
/// @param client the person on file, if known
/// @param state where it stands
/// @param owner who has taken or done it
/// @param version grows with each change
public record Ticket(
    String id,
    TicketKind kind,
    String subject,
    String matter,
    Priority priority,
    Instant opened,
    Instant due,
    boolean promiseBroken,
    int contacts,
    Address contact,
    Optional<String> client,
    TicketState state,
    Optional<String> owner,
    long version) {

  /// Whether something remains to be done.
  public boolean active() {
    return state != TicketState.DONE;
  }

  /// Its place among all tickets, most pressing first; the cursor of a page.
  public String order() {
    return "%d-%013d-%s".formatted(priority.rank(), due.toEpochMilli(), id);
  }
}
