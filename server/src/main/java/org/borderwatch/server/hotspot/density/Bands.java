package org.borderwatch.server.hotspot.density;

/**
 * Numbers of points, sorted into bands of equal width along one axis and in their own order within
 * a band. Points beyond the first and the last band are left out. O(points + bands).
 *
 * @param start by band, where its points begin in {@code points}; the next one's begin follows
 * @param points numbers of points
 */
record Bands(int[] start, int[] points) {
  static Bands of(double[] place, double origin, double width, int bands) {
    int[] start = new int[bands + 2];
    for (double at : place) {
      int band = band(at, origin, width, bands);
      if (band >= 0) {
        start[band + 2]++;
      }
    }
    for (int band = 2; band < start.length; band++) {
      start[band] += start[band - 1];
    }
    int[] points = new int[start[bands + 1]];
    for (int point = 0; point < place.length; point++) {
      int band = band(place[point], origin, width, bands);
      if (band >= 0) {
        points[start[band + 1]++] = point;
      }
    }
    return new Bands(start, points);
  }

  private static int band(double at, double origin, double width, int bands) {
    double band = Math.floor((at - origin) / width);
    return band >= 0 && band < bands ? (int) band : -1;
  }
}
