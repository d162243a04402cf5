package org.borderwatch.server.network;

/** How far a line goes up or down in all. */
final class Climb {
  private Climb() {}

  /** Metres of ascent, or of descent, from vertex to vertex; those without a height are passed. */
  static double metres(float[] heights, boolean up) {
    double sum = 0;
    float last = Float.NaN;
    for (float height : heights) {
      if (!Float.isNaN(height)) {
        double step = Float.isNaN(last) ? 0 : (double) height - last;
        sum += Math.max(0, up ? step : -step);
        last = height;
      }
    }
    return sum;
  }
}
