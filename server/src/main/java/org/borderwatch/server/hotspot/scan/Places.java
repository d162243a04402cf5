package org.borderwatch.server.hotspot.scan;

/**
 * Where places are: points of space in metres, on a plane or on the Earth's sphere. Immutable,
 * hence thread-safe.
 */
final class Places {
  private static final double EARTH_METRES = 6_371_000;

  private final double[] x;
  private final double[] y;
  private final double[] z;
  private final boolean sphere;

  private Places(double[] x, double[] y, double[] z, boolean sphere) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.sphere = sphere;
  }

  static Places onPlane(double[] xMetres, double[] yMetres) {
    requirePairs(xMetres, yMetres);
    for (int i = 0; i < xMetres.length; i++) {
      if (!Double.isFinite(xMetres[i]) || !Double.isFinite(yMetres[i])) {
        throw new IllegalArgumentException(
            "Place %d lies at %s, %s; expected metres".formatted(i, xMetres[i], yMetres[i]));
      }
    }
    return new Places(xMetres.clone(), yMetres.clone(), new double[xMetres.length], false);
  }

  static Places onSphere(double[] lon, double[] lat) {
    requirePairs(lon, lat);
    int size = lon.length;
    double[] x = new double[size];
    double[] y = new double[size];
    double[] z = new double[size];
    for (int i = 0; i < size; i++) {
      if (!(Math.abs(lon[i]) <= 360 && Math.abs(lat[i]) <= 90)) {
        throw new IllegalArgumentException(
            "Place %d lies at lon %s, lat %s; expected degrees".formatted(i, lon[i], lat[i]));
      }
      double radius = EARTH_METRES * Math.cos(Math.toRadians(lat[i]));
      x[i] = radius * Math.cos(Math.toRadians(lon[i]));
      y[i] = radius * Math.sin(Math.toRadians(lon[i]));
      z[i] = EARTH_METRES * Math.sin(Math.toRadians(lat[i]));
    }
    return new Places(x, y, z, true);
  }

  private static void requirePairs(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "There are %d and %d coordinates; expected as many of each"
              .formatted(first.length, second.length));
    }
  }

  int size() {
    return x.length;
  }

  /** Along the ground: straight on a plane, along the great circle on the sphere. */
  double metres(int from, int to) {
    double dx = x[from] - x[to];
    double dy = y[from] - y[to];
    double dz = z[from] - z[to];
    double chord = Math.sqrt(dx * dx + dy * dy + dz * dz);
    return sphere ? 2 * EARTH_METRES * Math.asin(Math.min(1, chord / (2 * EARTH_METRES))) : chord;
  }
}
