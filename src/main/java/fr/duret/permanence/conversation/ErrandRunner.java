package fr.duret.permanence.conversation;

import java.util.Map;

/// Does the errands of one kind.
public interface ErrandRunner {

  /// The kind, in kebab case.
  String kind();

  /// Does one; must bear to be called twice with the same.
  ///
  /// @param data as the action wrote it
  void run(Map<String, String> data);
}
