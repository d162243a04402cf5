package org.borderwatch.server.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.jspecify.annotations.Nullable;

/**
 * How inline lines are measured, by the input {@code crs}: along the surface of WGS 84 where it is
 * in degrees, in the plane where it is a projection in metres or {@code none}. Not for several
 * threads.
 *
 * @param system degrees other than those of WGS 84; null for none such
 * @param isPlane whether coordinates are metres
 * @param distance what is measured, for the summary
 */
record LineCrs(@Nullable EpsgCrs system, boolean isPlane, String distance) {
  private static final String ON_EARTH = "geodesic, WGS 84";

  /**
   * The system of that name.
   *
   * @throws BadParameter when it isn't known
   */
  static LineCrs of(String crs) {
    String code = crs.toUpperCase(Locale.ROOT);
    if (crs.equalsIgnoreCase(InlinePlane.NONE)) {
      return new LineCrs(null, true, InlinePlane.WITHOUT_CRS);
    }
    if (InlinePlane.isUtm(code)) {
      return new LineCrs(null, true, code);
    }
    if (InlinePlane.isWgs84(code)) {
      return new LineCrs(null, false, ON_EARTH);
    }
    EpsgCrs system = EpsgCrs.of(code);
    return system.isGeographic()
        ? new LineCrs(system, false, ON_EARTH)
        : new LineCrs(null, true, code);
  }

  /** Refuses a position of feature {@code number} that isn't on Earth. */
  void require(int number, double x, double y) {
    if (!isPlane) {
      InlinePlane.requireDegrees(number, x, y);
    }
  }

  double metres(JsonNode one, JsonNode other) {
    return metres(
        one.get(0).asDouble(),
        one.get(1).asDouble(),
        other.get(0).asDouble(),
        other.get(1).asDouble());
  }

  double metres(double x, double y, double otherX, double otherY) {
    return isPlane
        ? Math.hypot(x - otherX, y - otherY)
        : degrees(x, y).metresTo(degrees(otherX, otherY));
  }

  /** Where these points can be asked for the nearest one. */
  NearestPoint nearest(double[] x, double[] y) {
    if (isPlane) {
      return NearestPoint.inPlane(x, y);
    }
    double[] lon = x.clone();
    double[] lat = y.clone();
    if (system != null) {
      system.toWgs84(lon, lat);
    }
    return NearestPoint.onEarth(lon, lat);
  }

  /** Which of {@code points} is nearest to a place in these coordinates. */
  int nearest(NearestPoint points, double x, double y) {
    if (isPlane) {
      return points.toMetres(x, y);
    }
    LonLat at = degrees(x, y);
    return points.toDegrees(at.lon(), at.lat());
  }

  private LonLat degrees(double x, double y) {
    if (!(Math.abs(x) <= 180) || !(Math.abs(y) <= 90)) {
      throw new BadParameter(
          "crs",
          "The place %s, %s isn't in degrees, as features are; give places and features in one crs, such as none"
              .formatted(x, y));
    }
    if (system == null) {
      return new LonLat(x, y);
    }
    double[] lon = {x};
    double[] lat = {y};
    system.toWgs84(lon, lat);
    return new LonLat(lon[0], lat[0]);
  }
}
