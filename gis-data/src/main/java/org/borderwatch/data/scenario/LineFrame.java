package org.borderwatch.data.scenario;

import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;

/** Which way leads into Viet Nam at a place of the line, judged over a kilometre of it. */
record LineFrame(LonLat origin, double inwardLon, double inwardLat) {
  static final double METRES_PER_DEGREE_LAT = 110_750;
  private static final double EQUATOR_METRES_PER_DEGREE = 111_320;

  static LineFrame at(LandBorder border, BorderLine line, double km) {
    LonLat origin = line.pointAt(km);
    LonLat west = line.pointAt(km - 0.5);
    LonLat east = line.pointAt(km + 0.5);
    double lonMetres = lonMetres(origin.lat());
    double alongX = (east.lon() - west.lon()) * lonMetres;
    double alongY = (east.lat() - west.lat()) * METRES_PER_DEGREE_LAT;
    double length = Math.max(1, Math.sqrt(alongX * alongX + alongY * alongY));
    LineFrame right =
        new LineFrame(
            origin, alongY / length / lonMetres, -alongX / length / METRES_PER_DEGREE_LAT);
    return right.insideAhead(border) >= right.turned().insideAhead(border) ? right : right.turned();
  }

  /** Metres that a degree of longitude measures at a latitude. */
  static double lonMetres(double lat) {
    return EQUATOR_METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(lat));
  }

  /** Degrees of longitude that lead a metre along the line. */
  double alongLon() {
    return inwardLat * METRES_PER_DEGREE_LAT / lonMetres(origin.lat());
  }

  /** Degrees of latitude that lead a metre along the line, the same way. */
  double alongLat() {
    return -inwardLon * lonMetres(origin.lat()) / METRES_PER_DEGREE_LAT;
  }

  LonLat inward(double metres) {
    return new LonLat(origin.lon() + inwardLon * metres, origin.lat() + inwardLat * metres);
  }

  /** How far Viet Nam reaches straight inward without a gap, to 100 m; at most 3,000. */
  double depthMetres(LandBorder border) {
    double depth = 100;
    while (depth < 3_000 && isInside(border, depth + 100)) {
      depth += 100;
    }
    return depth;
  }

  private boolean isInside(LandBorder border, double metres) {
    LonLat ahead = inward(metres);
    return border.isInside(ahead.lon(), ahead.lat());
  }

  private LineFrame turned() {
    return new LineFrame(origin, -inwardLon, -inwardLat);
  }

  /** How many of the first 3 km ahead, looked at every 300 m, are inside. */
  private int insideAhead(LandBorder border) {
    int inside = 0;
    for (int metres = 300; metres <= 3_000; metres += 300) {
      inside += isInside(border, metres) ? 1 : 0;
    }
    return inside;
  }
}
