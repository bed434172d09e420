package fr.duret.permanence.technicians;

import fr.duret.permanence.company.TechnicianSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The technicians of the company file, with what blocks them.
@SuppressWarnings("DoNotCallSuggester") // bodies follow
public final class Technicians {

  /// Everybody, in the file's order.
  public List<TechnicianSpec> all() {
    throw new UnsupportedOperationException();
  }

  /// The technician with that id.
  public Optional<TechnicianSpec> technician(String id) {
    throw new UnsupportedOperationException();
  }

  /// Blocks somebody; a block of that id that is there already stays as it is. Days that change
  /// must be told to `booking` afterwards.
  public void block(Block block) {
    throw new UnsupportedOperationException();
  }

  /// Removes a block; nothing happens if it is gone.
  public void unblock(String id) {
    throw new UnsupportedOperationException();
  }

  /// What blocks anybody between two days, both included; meetings are not listed.
  public List<Block> blocks(LocalDate from, LocalDate to) {
    throw new UnsupportedOperationException();
  }

  /// When everybody is free on the days from one to the other, both included, one read for all: by
  /// day, then in the file's order. Days nobody works have no free stretch.
  public List<FreeTime> free(LocalDate from, LocalDate to) {
    throw new UnsupportedOperationException();
  }
}
