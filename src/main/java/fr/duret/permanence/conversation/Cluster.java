package fr.duret.permanence.conversation;

import fr.duret.permanence.journal.Nodes;

/// What a turn needs to know of the other processes.
interface Cluster {

  /// This process.
  String self();

  /// Whether that process has ended or was deposed.
  boolean gone(String node);

  /// The real one.
  static Cluster of(Nodes nodes) {
    return new Cluster() {
      @Override
      public String self() {
        return nodes.self();
      }

      @Override
      public boolean gone(String node) {
        return nodes.gone(node);
      }
    };
  }
}
