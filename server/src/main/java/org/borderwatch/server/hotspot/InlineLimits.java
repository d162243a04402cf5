package org.borderwatch.server.hotspot;

import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.hotspot.local.Neighbours;
import org.borderwatch.server.study.InlinePlane;
import org.borderwatch.server.study.StudyLimits;

/** Neighbours of places that may lie however they like, within a bound of memory. */
final class InlineLimits {
  private static final int SAMPLE = 256;

  private InlineLimits() {}

  /** What the pairs of so many places may take. */
  static long bytesOfPairs(int places) {
    return 4 * Math.min(StudyLimits.MOST_PAIRS, (long) places * places);
  }

  /**
   * All neighbours; refused where there would be too many, which is told from a sample of the
   * places. O(places) for it.
   */
  static Neighbours neighbours(InlinePlane plane, double bandMetres, Crew crew) {
    double[] x = plane.x();
    double[] y = plane.y();
    long pairs = 0;
    int step = Math.max(1, x.length / SAMPLE);
    int asked = 0;
    for (int i = 0; i < x.length; i += step, asked++) {
      for (int j = 0; j < x.length; j++) {
        pairs += Math.hypot(x[i] - x[j], y[i] - y[j]) <= bandMetres ? 1 : 0;
      }
    }
    StudyLimits.requireBand(x.length, asked == 0 ? 0 : (double) pairs / asked, bandMetres);
    return Neighbours.within(x, y, bandMetres, crew);
  }
}
