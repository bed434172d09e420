package fr.duret.permanence;

import fr.duret.permanence.geo.BanGeocoder;
import fr.duret.permanence.geo.CommuneGeocoder;
import fr.duret.permanence.geo.Communes;
import fr.duret.permanence.geo.DistanceTravelTimes;
import fr.duret.permanence.geo.Geocoder;
import fr.duret.permanence.geo.MarginTravelTimes;
import fr.duret.permanence.geo.OsrmTravelTimes;
import fr.duret.permanence.geo.TravelTimes;
import fr.duret.permanence.settings.Settings;
import java.util.function.LongSupplier;

/// Where places are and how long one drives, as the settings say.
///
/// @param communes the table of communes
/// @param geocoder finds addresses
/// @param times driving times, with the usual margin
record Places(Communes communes, Geocoder geocoder, TravelTimes times) {

  /// @param nanos the machine's monotonic clock
  static Places of(Settings.Geo settings, LongSupplier nanos) {
    Communes communes = Communes.load();
    Geocoder centre = new CommuneGeocoder(communes);
    TravelTimes distances = new DistanceTravelTimes();
    return new Places(
        communes,
        settings.banUrl().<Geocoder>map(url -> new BanGeocoder(url, centre)).orElse(centre),
        MarginTravelTimes.usual(
            settings
                .osrmUrl()
                .<TravelTimes>map(url -> new OsrmTravelTimes(url, distances, nanos))
                .orElse(distances)));
  }
}
