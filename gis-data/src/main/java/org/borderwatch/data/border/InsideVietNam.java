package org.borderwatch.data.border;

import java.util.List;

/**
 * Point in polygon by counting the edges east of the point, with the edges sorted into stripes of
 * latitude so that only a few dozen are looked at. Immutable.
 *
 * <p>The polygon's edges along the land border are the very vertices of the border lines.
 */
final class InsideVietNam {
  private static final int STRIPES = 16_384;

  private final double minLat;
  private final double stripesPerDegree;

  /** Edges of stripe {@code s} are {@code stripeStart[s]..stripeStart[s + 1] - 1}. */
  private final int[] stripeStart = new int[STRIPES + 1];

  /** Four numbers an edge: longitude and latitude of its southern end, then of its northern one. */
  private final double[] edges;

  /** Takes closed rings, each as its longitudes and its latitudes; holes are rings like others. */
  InsideVietNam(List<double[][]> rings) {
    double south = Double.POSITIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (double[][] ring : rings) {
      for (double lat : ring[1]) {
        south = Math.min(south, lat);
        north = Math.max(north, lat);
      }
    }
    minLat = south;
    stripesPerDegree = STRIPES / (north - south);
    rings.forEach(ring -> forEachEdge(ring, (s, x1, y1, x2, y2) -> stripeStart[s + 1]++));
    for (int s = 0; s < STRIPES; s++) {
      stripeStart[s + 1] += stripeStart[s];
    }
    edges = new double[4 * stripeStart[STRIPES]];
    int[] next = stripeStart.clone();
    rings.forEach(
        ring ->
            forEachEdge(
                ring,
                (s, x1, y1, x2, y2) -> {
                  int at = 4 * next[s]++;
                  edges[at] = x1;
                  edges[at + 1] = y1;
                  edges[at + 2] = x2;
                  edges[at + 3] = y2;
                }));
  }

  boolean contains(double lon, double lat) {
    double stripe = (lat - minLat) * stripesPerDegree;
    if (!(stripe >= 0 && stripe <= STRIPES)) {
      return false;
    }
    int s = stripe(lat);
    boolean inside = false;
    for (int at = 4 * stripeStart[s], end = 4 * stripeStart[s + 1]; at < end; at += 4) {
      double southLat = edges[at + 1];
      double northLat = edges[at + 3];
      // Half-open, so that a vertex at exactly this latitude is counted once.
      if (southLat <= lat && lat < northLat) {
        double along = (lat - southLat) / (northLat - southLat);
        if (lon < edges[at] + along * (edges[at + 2] - edges[at])) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  private int stripe(double lat) {
    return Math.max(0, Math.min(STRIPES - 1, (int) ((lat - minLat) * stripesPerDegree)));
  }

  private void forEachEdge(double[][] ring, EdgeInStripe visit) {
    double[] lon = ring[0];
    double[] lat = ring[1];
    for (int i = 1; i < lon.length; i++) {
      if (lat[i] == lat[i - 1]) {
        continue;
      }
      int low = lat[i - 1] < lat[i] ? i - 1 : i;
      int high = low == i ? i - 1 : i;
      for (int s = stripe(lat[low]); s <= stripe(lat[high]); s++) {
        visit.edge(s, lon[low], lat[low], lon[high], lat[high]);
      }
    }
  }

  private interface EdgeInStripe {
    void edge(int stripe, double southLon, double southLat, double northLon, double northLat);
  }
}
