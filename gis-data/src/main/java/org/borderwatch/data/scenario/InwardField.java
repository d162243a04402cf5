package org.borderwatch.data.scenario;

import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Stretch;

/**
 * Which way leads into Viet Nam, and how far, at any kilometre of a stretch: looked up every 100 m
 * and interpolated. Immutable.
 */
final class InwardField {
  private static final double STEP_KM = 0.1;

  private final LandBorder border;
  private final BorderLine line;
  private final double firstKm;
  private final double[] inwardLon;
  private final double[] inwardLat;
  private final double[] depthMetres;

  InwardField(LandBorder border, Stretch stretch) {
    this.border = border;
    line = border.line(stretch.with());
    firstKm = stretch.fromKm();
    int size = (int) Math.ceil(stretch.lengthKm() / STEP_KM) + 2;
    inwardLon = new double[size];
    inwardLat = new double[size];
    depthMetres = new double[size];
    for (int i = 0; i < size; i++) {
      LineFrame frame = LineFrame.at(border, line, firstKm + i * STEP_KM);
      inwardLon[i] = frame.inwardLon();
      inwardLat[i] = frame.inwardLat();
      depthMetres[i] = frame.depthMetres(border);
    }
  }

  /**
   * The place that lies 20 m and the share {@code deep} of the way inward from a kilometre; nearer
   * to the line where Viet Nam is narrower than it looks, farther where the line bends around.
   */
  LonLat place(double km, double deep) {
    double at = Math.max(0, Math.min(depthMetres.length - 1.001, (km - firstKm) / STEP_KM));
    int before = (int) at;
    double t = at - before;
    LonLat origin = line.pointAt(km);
    double lon = between(inwardLon, before, t);
    double lat = between(inwardLat, before, t);
    double metres = 20 + deep * between(depthMetres, before, t);
    for (double nearer = metres; nearer > 5; nearer /= 2) {
      LonLat place = ahead(origin, lon, lat, nearer);
      if (border.isInside(place.lon(), place.lat())) {
        return place;
      }
    }
    for (double farther = 50; farther <= 3_000; farther += 50) {
      LonLat place = ahead(origin, lon, lat, farther);
      if (border.isInside(place.lon(), place.lat())) {
        return place;
      }
    }
    return ahead(origin, -lon, -lat, 20);
  }

  private static LonLat ahead(LonLat origin, double lon, double lat, double metres) {
    return new LonLat(origin.lon() + metres * lon, origin.lat() + metres * lat);
  }

  private static double between(double[] values, int before, double t) {
    return values[before] + t * (values[before + 1] - values[before]);
  }
}
