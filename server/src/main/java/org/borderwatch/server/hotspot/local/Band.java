package org.borderwatch.server.hotspot.local;

/**
 * How far neighbours reach. A pair is one when its distance is at most {@link #reachMetres}, which
 * forgives what a projection and binary fractions do to places that are exactly a band apart.
 *
 * @param metres 0 to 1e150
 */
record Band(double metres) {
  /** Beyond it a square is no longer a number. */
  private static final double LARGEST = 1e150;

  Band {
    if (!(metres >= 0 && metres <= LARGEST)) {
      throw new IllegalArgumentException(
          "The band is " + metres + " m; it must be a number of metres from 0 to " + LARGEST + ".");
    }
  }

  double reachMetres() {
    return metres + 1e-6 + 1e-9 * metres;
  }

  /** Refuses coordinates that aren't numbers, naming the first place. */
  static void requireFinite(double[] xMetres, double[] yMetres) {
    if (xMetres.length != yMetres.length) {
      throw new IllegalArgumentException(
          "There are " + xMetres.length + " x and " + yMetres.length + " y; as many of both.");
    }
    for (int i = 0; i < xMetres.length; i++) {
      if (!Double.isFinite(xMetres[i]) || !Double.isFinite(yMetres[i])) {
        throw new IllegalArgumentException(
            "Place " + i + " lies at " + xMetres[i] + ", " + yMetres[i] + "; metres are numbers.");
      }
    }
  }
}
