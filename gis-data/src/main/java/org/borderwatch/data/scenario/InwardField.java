package org.borderwatch.data.scenario;

import java.util.Comparator;
import java.util.List;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;

/**
 * Which way patrols go inward, and how far, at any kilometre of the line with China: near a mouth
 * the way of its own trail, on which its people are seen; between two mouths from one way over to
 * the other. Immutable.
 */
final class InwardField {
  /** So near to a mouth its trail is followed. */
  private static final double FOLLOWS_KM = 0.6;

  /** And never further than this share of the way to the next mouth. */
  private static final double FOLLOWS_SHARE = 0.35;

  private final LandBorder border;
  private final BorderLine line;
  private final List<Mouth> mouths;

  InwardField(LandBorder border, List<Mouth> mouths) {
    this.border = border;
    this.line = border.line(Neighbour.CN);
    this.mouths = mouths.stream().sorted(Comparator.comparingDouble(Mouth::km)).toList();
  }

  /**
   * The place that lies 20 m and the share {@code deep} of the way inward from a kilometre; nearer
   * to the line where Viet Nam is narrower than it looks, farther where the line bends around.
   */
  LonLat place(double km, double deep) {
    int next = 0;
    while (next < mouths.size() - 1 && mouths.get(next).km() < km) {
      next++;
    }
    Mouth east = mouths.get(next);
    Mouth west = mouths.get(Math.max(0, next - 1));
    double t = share(km, west.km(), east.km());
    double lon = between(west.inwardLon(), east.inwardLon(), t);
    double lat = between(west.inwardLat(), east.inwardLat(), t);
    double metres = 20 + deep * between(west.depthMetres(), east.depthMetres(), t);
    LonLat origin = line.pointAt(km);
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
    return LineFrame.at(border, line, km).inward(20);
  }

  /** 0 on the way of the western mouth, 1 on that of the eastern one. */
  private static double share(double km, double westKm, double eastKm) {
    double apart = eastKm - westKm;
    if (apart <= 0) {
      return 0;
    }
    double follows = Math.min(FOLLOWS_KM, FOLLOWS_SHARE * apart);
    return Math.max(0, Math.min(1, (km - westKm - follows) / (apart - 2 * follows)));
  }

  private static LonLat ahead(LonLat origin, double lon, double lat, double metres) {
    return new LonLat(origin.lon() + metres * lon, origin.lat() + metres * lat);
  }

  private static double between(double west, double east, double t) {
    return west + t * (east - west);
  }
}
