package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Finds the one conversation of whoever is behind an address.
///
/// A conversation begun under an address stays there to its end, whoever its speaker turns out to
/// be: nothing in flight is re-keyed. Otherwise the one person on file with that address has one
/// conversation for all his addresses, wherever it is held.
final class Resolver {

  private final ConversationStore store;
  private final People people;
  private final Duration end;

  Resolver(ConversationStore store, People people, Duration end) {
    this.store = store;
    this.people = people;
    this.end = end;
  }

  /// The id of the document to work on; it may not exist yet.
  String resolve(Address address, Instant now) {
    Optional<Conversation> own = store.find(address.key());
    if (own.filter(held -> !held.ended(now, end)).isPresent()) {
      return address.key();
    }
    List<String> persons = people.behind(address);
    if (persons.size() != 1) {
      return address.key();
    }
    String person = ofPerson(persons.getFirst());
    return store
        .find(person)
        .filter(held -> held.ended(now, end))
        .flatMap(held -> elsewhere(held, persons.getFirst(), now))
        .orElse(person);
  }

  /// Sends the other addresses of a person who was recognised to the conversation he is in, unless
  /// he has one of his own under way.
  void redirect(String recognised, Conversation held) {
    String person = ofPerson(recognised);
    if (person.equals(held.id)) {
      return;
    }
    boolean settled = false;
    while (!settled) {
      Conversation own = store.find(person).orElseGet(() -> new Conversation(person));
      var here = Optional.of(new Conversation.Redirect(held.id, held.number));
      if (own.redirect.equals(here) || !own.ended(held.last, end)) {
        return;
      }
      own.redirect = here;
      own.open = true;
      settled = store.save(own);
    }
  }

  static String ofPerson(String id) {
    return "person:" + id;
  }

  private Optional<String> elsewhere(Conversation own, String person, Instant now) {
    return own.redirect.flatMap(to ->
        store
            .find(to.to())
            .filter(held -> held.number == to.number() && !held.ended(now, end))
            .filter(held -> held.dialogue.person.equals(Optional.of(person)))
            .map(held -> held.id));
  }
}
