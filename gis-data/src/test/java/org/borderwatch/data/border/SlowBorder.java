package org.borderwatch.data.border;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * The slow reference: geodesics of GeographicLib to every vertex in question and a golden-section
 * search along every segment that could be nearest. Shares nothing with the fast locator.
 */
final class SlowBorder {
  private final LandBorder border;

  SlowBorder(LandBorder border) {
    this.border = border;
  }

  /**
   * The nearest place.
   *
   * @param unrivalled whether nothing more than 200 m further along the border is as near to within
   *     a metre and a hundred-thousandth
   */
  record Answer(Neighbour with, double km, double metres, boolean unrivalled) {}

  static double geodesicMetres(double lon1, double lat1, double lon2, double lat2) {
    return Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12;
  }

  Answer nearest(double lon, double lat) {
    double bound = Double.POSITIVE_INFINITY;
    for (BorderLine line : border.lines()) {
      for (int i = 0; i < line.size(); i++) {
        bound = Math.min(bound, sphereMetres(lon, lat, line.lon(i), line.lat(i)));
      }
    }
    List<Answer> candidates = new ArrayList<>();
    for (BorderLine line : border.lines()) {
      for (int i = 0; i < line.size() - 1; i++) {
        double lengthMetres = 1000 * (line.km(i + 1) - line.km(i));
        // The sphere is wrong by half a percent at most, so nothing nearer is left out.
        if (sphereMetres(lon, lat, line.lon(i), line.lat(i))
            <= 1.02 * (bound + lengthMetres) + 10) {
          candidates.add(along(line, i, lon, lat));
        }
      }
    }
    Answer best = candidates.stream().min(Comparator.comparingDouble(Answer::metres)).orElseThrow();
    boolean rivalled =
        candidates.stream()
            .filter(c -> c.with() != best.with() || Math.abs(c.km() - best.km()) > 0.2)
            .anyMatch(c -> c.metres() < best.metres() * 1.00001 + 1);
    return new Answer(
        best.with(), best.km(), best.metres(), !rivalled && isSharp(candidates, best));
  }

  /** Whether no place from 1 m to 200 m along is as near to within a tenth of a millimetre. */
  private static boolean isSharp(List<Answer> candidates, Answer best) {
    return candidates.stream()
        .filter(c -> c.with() == best.with())
        .filter(c -> Math.abs(c.km() - best.km()) > 0.001)
        .noneMatch(c -> c.metres() < best.metres() * 1.000001 + 0.02);
  }

  private static Answer along(BorderLine line, int i, double lon, double lat) {
    double golden = (Math.sqrt(5) - 1) / 2;
    double from = 0;
    double to = 1;
    for (int step = 0; step < 40; step++) {
      double left = to - golden * (to - from);
      double right = from + golden * (to - from);
      if (metresAt(line, i, left, lon, lat) < metresAt(line, i, right, lon, lat)) {
        to = right;
      } else {
        from = left;
      }
    }
    double t = (from + to) / 2;
    double km = line.km(i) + t * (line.km(i + 1) - line.km(i));
    return new Answer(line.with(), km, metresAt(line, i, t, lon, lat), true);
  }

  private static double metresAt(BorderLine line, int i, double t, double lon, double lat) {
    return geodesicMetres(
        lon,
        lat,
        line.lon(i) + t * (line.lon(i + 1) - line.lon(i)),
        line.lat(i) + t * (line.lat(i + 1) - line.lat(i)));
  }

  private static double sphereMetres(double lon1, double lat1, double lon2, double lat2) {
    double sinLat = Math.sin(Math.toRadians(lat2 - lat1) / 2);
    double sinLon = Math.sin(Math.toRadians(lon2 - lon1) / 2);
    double h =
        sinLat * sinLat
            + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * sinLon * sinLon;
    return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
  }
}
