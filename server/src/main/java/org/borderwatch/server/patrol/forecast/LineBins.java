package org.borderwatch.server.patrol.forecast;

import java.util.Arrays;

/**
 * Bins of a line: number {@code floor(km x 1000 / metres)}, some of them one after the other.
 *
 * @param metres of each
 * @param first number of the first
 * @param lengthKm where the line ends; a bin that it ends in is shorter
 * @param count how many
 */
record LineBins(double metres, int first, int count, double lengthKm) {
  /** Those that hold any of the line from one kilometre to another. */
  static LineBins holding(double fromKm, double untilKm, double lengthKm, double metres) {
    int first = (int) Math.floor(fromKm * 1000 / metres);
    int end = (int) Math.ceil(Math.min(untilKm, lengthKm) * 1000 / metres);
    return new LineBins(metres, first, Math.max(1, end - first), lengthKm);
  }

  /** The bin of a kilometre, from 0; what lies beyond is below 0 or {@link #count} and more. */
  int of(double km) {
    return (int) (Math.floor(km * 1000 / metres) - first);
  }

  double fromKm(int bin) {
    return (first + bin) * metres / 1000;
  }

  double untilKm(int bin) {
    double end = (first + bin + 1) * metres / 1000;
    return bin == count - 1 ? Math.max(fromKm(bin) + 1e-3, Math.min(end, lengthKm)) : end;
  }

  double[] lengthsKm() {
    double[] lengths = new double[count];
    Arrays.setAll(lengths, bin -> untilKm(bin) - fromKm(bin));
    return lengths;
  }

  /** Takes a part of a bin. */
  interface Part {
    /**
     * A part of a bin.
     *
     * @param share above 0, at most 1
     * @param lengthKm of the whole bin
     */
    void of(int bin, double share, double lengthKm);
  }

  /**
   * The parts of bins, also of those before the first and after the last, between two kilometres.
   */
  void each(double fromKm, double untilKm, Part part) {
    for (int bin = of(fromKm); fromKm(bin) < untilKm; bin++) {
      double from = fromKm(bin);
      double until = untilKm(bin);
      double share = (Math.min(until, untilKm) - Math.max(from, fromKm)) / (until - from);
      if (share > 0) {
        part.of(bin, share, until - from);
      }
    }
  }
}
