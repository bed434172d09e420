package fr.duret.permanence.planning.sim;

import java.util.Arrays;
import java.util.List;

/// A commune round Annecy, where clients live.
///
/// @param name its name
/// @param lat rough centre
/// @param lon rough centre
/// @param weight thousands of inhabitants
record Commune(String name, double lat, double lon, double weight) {

  private static final String TABLE =
      """
      Annecy;45.899;6.129;52
      Annecy-le-Vieux;45.919;6.142;21
      Seynod;45.886;6.097;21
      Cran-Gevrier;45.904;6.103;18
      Meythet;45.917;6.094;9
      Pringy;45.946;6.126;4
      Poisy;45.921;6.063;8
      Epagny;45.937;6.083;8
      Sillingy;45.946;6.035;5.4
      La Balme-de-Sillingy;45.964;6.041;5
      Choisy;45.990;6.057;1.7
      Argonay;45.945;6.141;3
      Villaz;45.952;6.189;3.5
      Thorens-Glières;45.996;6.247;3.3
      Groisy;46.010;6.173;3.7
      Charvonnex;45.985;6.160;1.4
      Saint-Martin-Bellevue;45.967;6.155;2.6
      Cruseilles;46.034;6.108;4.6
      Allonzier-la-Caille;46.000;6.118;2
      Cuvat;45.977;6.110;1.3
      Villy-le-Pelloux;45.997;6.128;1
      La Roche-sur-Foron;46.067;6.311;11.5
      Reignier;46.136;6.268;8
      Évires;46.037;6.225;1.4
      Rumilly;45.867;5.944;15
      Marigny-Saint-Marcel;45.825;5.983;0.7
      Vallières;45.900;5.937;1.6
      Hauteville-sur-Fier;45.902;5.976;1
      Marcellaz-Albanais;45.873;5.998;2
      Lovagny;45.906;6.034;1.3
      Nonglard;45.913;6.020;0.7
      Chavanod;45.890;6.040;2.6
      Montagny-les-Lanches;45.867;6.045;0.8
      Quintal;45.843;6.085;1.3
      Viuz-la-Chiésaz;45.811;6.070;1.4
      Gruffy;45.788;6.056;1.6
      Alby-sur-Chéran;45.818;6.019;2.7
      Héry-sur-Alby;45.805;6.002;1
      Cusy;45.766;6.027;1.9
      Saint-Félix;45.802;5.976;2.4
      Sevrier;45.865;6.140;4.2
      Saint-Jorioz;45.831;6.164;6
      Duingt;45.827;6.203;1
      Lathuile;45.783;6.203;1
      Doussard;45.776;6.222;3.8
      Faverges;45.747;6.291;7.4
      Saint-Ferréol;45.765;6.307;0.9
      Giez;45.752;6.253;0.5
      Talloires;45.840;6.216;1.7
      Menthon-Saint-Bernard;45.861;6.198;1.9
      Veyrier-du-Lac;45.883;6.178;2.3
      Bluffy;45.868;6.219;0.4
      Alex;45.890;6.237;1.1
      Dingy-Saint-Clair;45.909;6.226;1.4
      Thônes;45.881;6.326;6.2
      La Clusaz;45.905;6.424;1.7
      Le Grand-Bornand;45.942;6.428;2.2
      Saint-Jean-de-Sixt;45.923;6.412;1.4
      Manigod;45.861;6.370;1
      Les Villards-sur-Thônes;45.900;6.370;1.1
      Leschaux;45.776;6.130;0.3
      Saint-Eustache;45.798;6.143;0.5
      Frangy;46.020;5.932;2.1
      Seyssel;45.959;5.836;2.3
      """;

  /// All of them, in the order of the seeds' streams.
  static final List<Commune> ROUND_ANNECY = TABLE.lines().map(Commune::read).toList();

  private static final double INHABITANTS =
      ROUND_ANNECY.stream().mapToDouble(Commune::weight).sum();

  /// The commune at a share of all inhabitants.
  static Commune at(double share) {
    double left = share * INHABITANTS;
    for (Commune commune : ROUND_ANNECY) {
      left -= commune.weight;
      if (left <= 0) {
        return commune;
      }
    }
    return ROUND_ANNECY.getLast();
  }

  private static Commune read(String line) {
    List<String> columns = Arrays.asList(line.split(";", -1));
    return new Commune(
        columns.get(0),
        Double.parseDouble(columns.get(1)),
        Double.parseDouble(columns.get(2)),
        Double.parseDouble(columns.get(3)));
  }
}
