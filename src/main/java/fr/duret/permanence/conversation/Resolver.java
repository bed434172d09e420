package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /// Where to work.
  ///
  /// @param id of the document
  /// @param conversation as it was just read; empty if it does not exist yet
  /// @param late whether it was read only after the others of its [Places]
  record Place(String id, Optional<Conversation> conversation, boolean late) {

    private boolean isOpen(Instant now, Duration end) {
      return conversation.filter(held -> !held.ended(now, end)).isPresent();
    }
  }

  /// What an address may lead to, as it was just read.
  ///
  /// @param person the one on file with that address
  record Places(Address address, Optional<String> person, Map<String, Conversation> read) {

    private Place place(String id) {
      return new Place(id, Optional.ofNullable(read.get(id)), false);
    }
  }

  /// The document with that id.
  Place place(String id) {
    return new Place(id, store.find(id), false);
  }

  /// The document to work on for an address.
  Place resolve(Address address, Instant now) {
    return resolve(places(address), now);
  }

  /// All that [#resolve] chooses from, whatever the time.
  Places places(Address address) {
    List<String> persons = people.behind(address);
    Optional<String> person =
        persons.size() == 1 ? Optional.of(persons.getFirst()) : Optional.empty();
    List<String> ids = new ArrayList<>(List.of(address.key()));
    person.ifPresent(one -> ids.add(ofPerson(one)));
    return new Places(address, person, store.findAll(ids));
  }

  /// The document to work on.
  Place resolve(Places places, Instant now) {
    Place own = places.place(places.address().key());
    if (places.person().isEmpty() || own.isOpen(now, end)) {
      return own;
    }
    String person = places.person().get();
    Place his = places.place(ofPerson(person));
    return his.conversation()
        .filter(held -> held.ended(now, end))
        .flatMap(held -> elsewhere(held, person, now))
        .orElse(his);
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

  private Optional<Place> elsewhere(Conversation own, String person, Instant now) {
    return own.redirect.flatMap(to ->
        store
            .find(to.to())
            .filter(held -> held.number == to.number() && !held.ended(now, end))
            .filter(held -> held.dialogue.person.equals(Optional.of(person)))
            .map(held -> new Place(held.id, Optional.of(held), true)));
  }
}
