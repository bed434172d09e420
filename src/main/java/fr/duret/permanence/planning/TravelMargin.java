package fr.duret.permanence.planning;

/// What is added to a bare driving time, because promises are only as good as the times: a share of
/// it for traffic, and a fixed time to park and to walk to the door.
///
/// @param percent added share of the driving
/// @param parking added seconds for every drive that is not to the same place
public record TravelMargin(int percent, int parking) {

  /// 10 % and 3 minutes: the company's setting.
  public static final TravelMargin USUAL = new TravelMargin(10, 180);

  /// Nothing added.
  public static final TravelMargin NONE = new TravelMargin(0, 0);

  /// The driving time to plan with, in seconds, rounded up.
  public int on(int seconds) {
    return seconds == 0 ? 0 : seconds + Math.ceilDiv(seconds * percent, 100) + parking;
  }
}
