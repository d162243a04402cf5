package org.borderwatch.data.route;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which coordinate system the {@code .prj} of a Shapefile names: WGS 84 in degrees or UTM, VN-2000
 * in degrees, UTM or the provinces' three-degree zones. By its EPSG code where one stands there,
 * otherwise by the name that ESRI's and GDAL's programs write.
 */
final class PrjFile {
  private static final Pattern LAST_AUTHORITY =
      Pattern.compile(
          "(?:AUTHORITY|ID)\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?([0-9]{4,5})\"?\\s*]\\s*]\\s*$");

  private static final Pattern ROOT =
      Pattern.compile(
          "\\s*(PROJCS|GEOGCS|PROJCRS|GEOGCRS)\\s*\\[\\s*\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern UTM = Pattern.compile("utm_?zone_?([0-9]{1,2})_?([ns])");

  /** The three-degree zones of VN-2000 by their middle, degrees and minutes. */
  private static final Map<String, Integer> THREE_DEGREES =
      Map.ofEntries(
          Map.entry("103_00", 9205),
          Map.entry("104_00", 9206),
          Map.entry("104_30", 9207),
          Map.entry("104_45", 9208),
          Map.entry("105_30", 9209),
          Map.entry("105_45", 9210),
          Map.entry("106_00", 9211),
          Map.entry("106_15", 9212),
          Map.entry("106_30", 9213),
          Map.entry("107_00", 9214),
          Map.entry("107_15", 9215),
          Map.entry("107_30", 9216),
          Map.entry("107_45", 5899),
          Map.entry("108_15", 9217),
          Map.entry("108_30", 9218),
          Map.entry("zone_481", 5896),
          Map.entry("zone_482", 5897),
          Map.entry("zone_491", 5898));

  private static final Pattern THREE_DEGREE_ZONE =
      Pattern.compile("tm_3_(1[0-9]{2}_[0-9]{2}|zone_[0-9]{3})");

  private PrjFile() {}

  /** The EPSG code that is meant, if it is one that is read here. */
  static Optional<Integer> epsg(String text) {
    Matcher authority = LAST_AUTHORITY.matcher(text);
    if (authority.find()) {
      int code = Integer.parseInt(authority.group(1));
      return isRead(code) ? Optional.of(code) : Optional.empty();
    }
    Matcher root = ROOT.matcher(text);
    return root.lookingAt()
        ? named(root.group(1).toUpperCase(Locale.ROOT), root.group(2))
        : Optional.empty();
  }

  private static Optional<Integer> named(String kind, String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    boolean vietnam = plain.contains("vn_2000") || plain.contains("vn2000");
    if (kind.startsWith("GEOG")) {
      boolean wgs = plain.contains("wgs_1984") || plain.equals("wgs_84");
      return vietnam ? Optional.of(4756) : wgs ? Optional.of(4326) : Optional.empty();
    }
    Matcher zoneOf3 = THREE_DEGREE_ZONE.matcher(plain);
    if (vietnam && zoneOf3.find()) {
      return Optional.ofNullable(THREE_DEGREES.get(zoneOf3.group(1)));
    }
    Matcher utm = UTM.matcher(plain);
    if (!utm.find()) {
      return Optional.empty();
    }
    int zone = Integer.parseInt(utm.group(1));
    boolean north = utm.group(2).equals("n");
    if (vietnam) {
      return north && (zone == 48 || zone == 49) ? Optional.of(3357 + zone) : Optional.empty();
    }
    boolean wgs = plain.contains("wgs_1984") || plain.contains("wgs_84");
    return wgs && zone >= 1 && zone <= 60
        ? Optional.of((north ? 32_600 : 32_700) + zone)
        : Optional.empty();
  }

  /** WGS 84 and VN-2000 with their projections in metres. */
  private static boolean isRead(int code) {
    return code == 4326
        || code == 4756
        || code == 3405
        || code == 3406
        || (code >= 5896 && code <= 5899)
        || (code >= 9205 && code <= 9218)
        || (code > 32_600 && code <= 32_660)
        || (code > 32_700 && code <= 32_760);
  }
}
