package org.borderwatch.server.hotspot.density;

/**
 * Points sorted into bands of equal width along one axis, in their own order within a band and side
 * by side in memory. Points beyond the first and the last band are left out. O(points + bands).
 *
 * @param start by band, where its points begin; the next one's begin follows
 * @param points those within the bands
 */
record Bands(int[] start, RasterPoints points) {
  /**
   * Sorts.
   *
   * @param along the axis: a place for each of {@code points}, in cells
   * @param origin where the first band begins
   */
  static Bands of(RasterPoints points, double[] along, double origin, double width, int bands) {
    int[] start = new int[bands + 2];
    for (double at : along) {
      int band = band(at, origin, width, bands);
      if (band >= 0) {
        start[band + 2]++;
      }
    }
    for (int band = 2; band < start.length; band++) {
      start[band] += start[band - 1];
    }
    int size = start[bands + 1];
    double[] column = new double[size];
    double[] row = new double[size];
    double[] weight = new double[size];
    for (int point = 0; point < along.length; point++) {
      int band = band(along[point], origin, width, bands);
      if (band >= 0) {
        int to = start[band + 1]++;
        column[to] = points.column()[point];
        row[to] = points.row()[point];
        weight[to] = points.weight()[point];
      }
    }
    return new Bands(start, new RasterPoints(column, row, weight));
  }

  private static int band(double at, double origin, double width, int bands) {
    double band = Math.floor((at - origin) / width);
    return band >= 0 && band < bands ? (int) band : -1;
  }
}
