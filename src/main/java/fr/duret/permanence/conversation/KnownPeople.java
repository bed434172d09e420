package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// People as one turn has found them: each is read once, until the turn changes something. Used by
/// one thread.
final class KnownPeople implements People {

  private final People people;
  private final Map<String, Optional<Person>> found = new HashMap<>();

  KnownPeople(People people) {
    this.people = people;
  }

  /// To be called before each effect: a person may have told his name.
  void forget() {
    found.clear();
  }

  @Override
  public List<String> behind(Address address) {
    return people.behind(address);
  }

  @Override
  public Optional<Person> find(String id) {
    return found.computeIfAbsent(id, people::find);
  }

  @Override
  public boolean visitPlanned(String id) {
    return people.visitPlanned(id);
  }
}
