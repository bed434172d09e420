package fr.duret.permanence.company;

import fr.duret.permanence.message.Address;

/// Somebody who is alerted in an emergency; the file's order is the order of calling.
///
/// @param name first name, as the client is told
/// @param number his telephone
/// @param when when he is on call
public record OnCall(String name, Address number, When when) {

  /// When somebody is on call.
  public enum When {
    /// While the office is open.
    OFFICE_HOURS,
    /// While the office is closed.
    OFF_HOURS,
    /// At any time.
    ALWAYS
  }
}
