package org.borderwatch.server.keyroute;

import java.util.Map;
import org.borderwatch.data.network.WalkingPace;
import org.borderwatch.data.network.WayClass;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.study.ResultWriter;

/** Writes what a way over the stored network is like. */
final class WayWriter {
  private WayWriter() {}

  /** What a way is like, in the open properties of a feature. */
  static void properties(ResultWriter out, RoadNetwork network, WayDescription way) {
    out.number("length_m", tenth(way.lengthMetres()))
        .number("walk_seconds", tenth(way.walkSeconds()))
        .number("drive_seconds", tenth(way.driveSeconds()))
        .number("ascent_m", tenth(way.ascentMetres()))
        .texts("via", way.via())
        .texts("edges", way.edges());
    if (way.profile().length == 0) {
      out.nothing("profile");
    } else {
      out.openList("profile");
      double[] rounded = new double[2];
      for (int i = 0; i < way.profile().length; i += 2) {
        rounded[0] = tenth(way.profile()[i]);
        rounded[1] = tenth(way.profile()[i + 1]);
        out.row(rounded, 0, 2, false);
      }
      out.closeList();
    }
    out.open("classes");
    for (Map.Entry<WayClass, Double> one : way.metresByClass().entrySet()) {
      out.number(one.getKey().code(), tenth(one.getValue()));
    }
    out.close().truth("synthetic", network.synthetic());
  }

  /**
   * Seconds on foot between a place and the way that it was put on, where there is no path; not
   * counted in what a way costs.
   */
  static double offPathSeconds(double metres) {
    return tenth(WalkingPace.offPathSeconds(metres));
  }

  /** To a tenth; what isn't finite stays so, and is written as null. */
  static double tenth(double value) {
    return Double.isFinite(value) ? Math.rint(value * 10) / 10 : value;
  }
}
