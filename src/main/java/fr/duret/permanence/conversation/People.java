package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who may be behind an address.
public interface People {

  /// A person on file.
  ///
  /// @param id the id on file, never re-used
  /// @param called how to address him at level *number*: civility and name
  /// @param places what each of his places is called, by its id; empty if he has only one
  record Person(String id, String called, Map<String, String> places) {

    /// Keeps a copy of the places.
    public Person {
      places = Map.copyOf(places);
    }

    /// Somebody with one place, or none yet.
    public Person(String id, String called) {
      this(id, called, Map.of());
    }
  }

  /// The ids of all persons on file with this number or mailbox; none, one, or several who share
  /// it.
  List<String> behind(Address address);

  /// One person; after a merge, the one who stayed.
  Optional<Person> find(String id, Memory memory);

  /// Whether a person has a visit ahead, which changes what short messages mean.
  boolean visitPlanned(String id, Memory memory);
}
