package org.borderwatch.server.hotspot;

import java.util.Arrays;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.detection.PointSink;
import org.borderwatch.server.geo.UtmZone;

/** Points with weights in a plane, while they are collected. One thread's. */
final class WeightedPoints implements PointSink {
  private static final int CHECK_EVERY = 1 << 14;

  private final UtmZone zone;
  private final Progress progress;
  private final double[] metres = new double[2];
  private double[] x = new double[1024];
  private double[] y = new double[1024];
  private double[] weight = new double[1024];
  private int count;

  WeightedPoints(UtmZone zone, Progress progress) {
    this.zone = zone;
    this.progress = progress;
  }

  @Override
  public void point(double lon, double lat, int of) {
    if (count % CHECK_EVERY == 0) {
      progress.check();
    }
    if (count == x.length) {
      x = Arrays.copyOf(x, 2 * count);
      y = Arrays.copyOf(y, 2 * count);
      weight = Arrays.copyOf(weight, 2 * count);
    }
    zone.metres(lon, lat, metres, 0);
    x[count] = metres[0];
    y[count] = metres[1];
    weight[count++] = of;
  }

  int count() {
    return count;
  }

  double[] x() {
    return Arrays.copyOf(x, count);
  }

  double[] y() {
    return Arrays.copyOf(y, count);
  }

  double[] weight() {
    return Arrays.copyOf(weight, count);
  }
}
