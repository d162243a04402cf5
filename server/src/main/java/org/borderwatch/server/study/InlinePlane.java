package org.borderwatch.server.study;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.http.ApiException.BadParameter;

/**
 * Inline features in a plane of metres, by the input {@code crs}:
 *
 * <ul>
 *   <li>{@code OGC:CRS84} (default) and {@code EPSG:4326}: degrees east and north in the UTM zone
 *       of the middle of their extent, also where they reach into the next zone. Wider than 1,000
 *       km is refused, as the scale would be off by more than 0.3 %.
 *   <li>an EPSG code of a projection in metres: as they stand.
 *   <li>another EPSG code in degrees: turned into WGS 84 first.
 *   <li>{@code none}: plane metres as they stand.
 * </ul>
 *
 * @param x metres east
 * @param y metres north
 * @param lon degrees east, empty unless the features came in degrees
 * @param lat degrees north likewise
 * @param distance what distances are measured in, for the summary
 */
public record InlinePlane(double[] x, double[] y, double[] lon, double[] lat, String distance) {
  public static final String NONE = "none";

  /** What distances are measured in when features came without a system. */
  static final String WITHOUT_CRS = "plane (crs none)";

  private static final String CRS84 = "OGC:CRS84";
  private static final double WIDEST_METRES = 1_000_000;
  private static final double METRES_A_DEGREE = 111_195;

  /** UTM on WGS 84: as it stands, without asking the big library. */
  private static final Pattern UTM = Pattern.compile("EPSG:32[67](0[1-9]|[1-5][0-9]|60)");

  /** The plane's name in the EPSG register; empty for {@code none} and for degrees. */
  public Optional<String> epsg() {
    return distance.startsWith("EPSG:") ? Optional.of(distance) : Optional.empty();
  }

  /** The zone that features in degrees were projected to; empty when they came in metres. */
  public Optional<UtmZone> zone() {
    return isOnEarth() ? epsg().map(UtmZone::ofEpsg) : Optional.empty();
  }

  /** Whether the features came in degrees. */
  public boolean isOnEarth() {
    return lon.length == x.length && x.length > 0;
  }

  /**
   * Puts the features into a plane.
   *
   * @throws BadParameter when the system isn't known or doesn't fit the coordinates
   */
  public static InlinePlane of(InlineFeatures features, String crs) {
    InlinePlane placed = onEarth(features, crs);
    return placed.isOnEarth() ? projected(placed.lon(), placed.lat()) : placed;
  }

  /**
   * The same for what measures along great circles: degrees stay degrees, however far apart, and
   * {@link #x()} and {@link #y()} are they.
   */
  public static InlinePlane onEarth(InlineFeatures features, String crs) {
    String code = crs.toUpperCase(Locale.ROOT);
    if (crs.equalsIgnoreCase(NONE)) {
      return asItStands(features, WITHOUT_CRS);
    }
    if (isUtm(code)) {
      return asItStands(features, code);
    }
    double[] lon = features.x().clone();
    double[] lat = features.y().clone();
    if (!isWgs84(code)) {
      EpsgCrs system = EpsgCrs.of(code);
      if (!system.isGeographic()) {
        return asItStands(features, code);
      }
      system.toWgs84(lon, lat);
    }
    requireDegrees(lon, lat);
    return new InlinePlane(lon, lat, lon, lat, "great circle, sphere 6,371.0 km");
  }

  /** Features that came in degrees, in the plane of a zone: that of others, to measure between. */
  public InlinePlane in(UtmZone zone) {
    return isOnEarth() ? projected(lon, lat, zone) : this;
  }

  private static InlinePlane asItStands(InlineFeatures features, String distance) {
    return new InlinePlane(features.x(), features.y(), new double[0], new double[0], distance);
  }

  /** Whether a code, in capitals, stands for plane metres that need no register. */
  static boolean isUtm(String code) {
    return UTM.matcher(code).matches();
  }

  /** Whether a code, in capitals, stands for degrees of WGS 84. */
  static boolean isWgs84(String code) {
    return code.equals(CRS84) || code.equals("EPSG:4326");
  }

  private static void requireDegrees(double[] lon, double[] lat) {
    for (int i = 0; i < lon.length; i++) {
      requireDegrees(i, lon[i], lat[i]);
    }
  }

  /** Refuses a position of feature {@code number} that isn't on Earth. */
  static void requireDegrees(int number, double lon, double lat) {
    if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
      throw new BadParameter(
          "features",
          "Feature %d lies at %s, %s, which aren't degrees; give its crs, such as EPSG:32648 or none"
              .formatted(number, lon, lat));
    }
  }

  private static InlinePlane projected(double[] lon, double[] lat) {
    double west = Arrays.stream(lon).min().orElse(0);
    double east = Arrays.stream(lon).max().orElse(0);
    double south = Arrays.stream(lat).min().orElse(0);
    double north = Arrays.stream(lat).max().orElse(0);
    double middleLat = (south + north) / 2;
    double wide = (east - west) * METRES_A_DEGREE * Math.cos(Math.toRadians(middleLat));
    if (wide > WIDEST_METRES) {
      throw Refusal.of(
          "features",
          "Các đối tượng trải rộng %.0f km từ tây sang đông; một múi chiếu UTM chỉ đúng đến 1.000 km. Hãy chia nhỏ, hoặc chiếu trước và cho biết crs."
              .formatted(wide / 1000),
          "The features are %.0f km wide from west to east; one UTM zone is right to 1,000 km only. Split them, or project them first and give their crs."
              .formatted(wide / 1000));
    }
    return projected(lon, lat, UtmZone.of((west + east) / 2, middleLat));
  }

  private static InlinePlane projected(double[] lon, double[] lat, UtmZone zone) {
    double[] x = new double[lon.length];
    double[] y = new double[lon.length];
    double[] metres = new double[2];
    for (int i = 0; i < x.length; i++) {
      zone.metres(lon[i], lat[i], metres, 0);
      x[i] = metres[0];
      y[i] = metres[1];
    }
    return new InlinePlane(x, y, lon, lat, zone.epsg());
  }
}
