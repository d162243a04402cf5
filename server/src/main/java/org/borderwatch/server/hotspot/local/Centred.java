package org.borderwatch.server.hotspot.local;

import org.borderwatch.server.compute.Crew;

/**
 * Values less their mean, and what Gi* needs to know of all of them. NaN stands for a place without
 * a value and counts nowhere. Sums are taken by blocks and blocks in order, so they are the same
 * whatever the crew.
 */
final class Centred {
  /** Beyond it a square is no longer a number. */
  private static final double LARGEST = 1e150;

  private static final int BLOCK = 1 << 13;

  /** How many values aren't NaN. */
  final int count;

  /** NaN of none. */
  final double mean;

  /** With n below; exactly 0 when all values are equal, NaN of none. */
  final double sd;

  /** Each value less the mean; NaN stays. */
  final double[] values;

  private Centred(int count, double mean, double sd, double[] values) {
    this.count = count;
    this.mean = mean;
    this.sd = sd;
    this.values = values;
  }

  static Centred of(double[] values, Crew crew) {
    int n = values.length;
    int blocks = (n + BLOCK - 1) / BLOCK;
    int[] counts = new int[blocks];
    double[] sums = new double[blocks];
    double[] least = new double[blocks];
    double[] most = new double[blocks];
    crew.each(
        blocks,
        block -> {
          int count = 0;
          double sum = 0;
          double min = Double.POSITIVE_INFINITY;
          double max = Double.NEGATIVE_INFINITY;
          for (int i = block * BLOCK, end = Math.min(n, i + BLOCK); i < end; i++) {
            double value = values[i];
            if (!Double.isNaN(value)) {
              count++;
              sum += value;
              min = Math.min(min, value);
              max = Math.max(max, value);
            }
          }
          counts[block] = count;
          sums[block] = sum;
          least[block] = min;
          most[block] = max;
        });
    int count = 0;
    double sum = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int block = 0; block < blocks; block++) {
      count += counts[block];
      sum += sums[block];
      min = Math.min(min, least[block]);
      max = Math.max(max, most[block]);
    }
    if (count > 0 && !(min >= -LARGEST && max <= LARGEST)) {
      throw new IllegalArgumentException(
          "values reach from " + min + " to " + max + "; they must be numbers within 1e150 or NaN");
    }
    double mean = min == max ? min : sum / count;
    double[] centred = new double[n];
    crew.each(
        blocks,
        block -> {
          double squares = 0;
          for (int i = block * BLOCK, end = Math.min(n, i + BLOCK); i < end; i++) {
            double deviation = values[i] - mean;
            centred[i] = deviation;
            if (!Double.isNaN(deviation)) {
              squares += deviation * deviation;
            }
          }
          sums[block] = squares;
        });
    double squares = 0;
    for (double part : sums) {
      squares += part;
    }
    return new Centred(count, mean, Math.sqrt(squares / count), centred);
  }

  /**
   * The score of a neighbourhood.
   *
   * @param sum of its centred values
   * @param size how many they are, at least one
   */
  double score(double sum, int size) {
    // The square of the denominator, but for the variance, without a difference of products.
    double spread = (double) size * (count - size);
    return spread == 0 || sd == 0 ? 0 : sum / (sd * Math.sqrt(spread / (count - 1)));
  }
}
