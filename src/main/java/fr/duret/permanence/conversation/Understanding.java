package fr.duret.permanence.conversation;

import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Understood;
import java.time.LocalDateTime;

/// What the engine needs of `understanding`: `French::read`. An interface so that tests of the
/// engine do not depend on vocabulary.
@FunctionalInterface
public interface Understanding {

  /// Reads one message.
  ///
  /// @param text what was said
  /// @param now when, local time of the company
  /// @param context what it answers
  Understood read(String text, LocalDateTime now, Context context);
}
