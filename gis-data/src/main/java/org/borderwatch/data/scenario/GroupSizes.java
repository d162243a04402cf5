package org.borderwatch.data.scenario;

/**
 * How many people cross together: 1 to 40, skewed, 4.018 on average, which is the national figure
 * for 2023 to mid-2024 (9,137 people in 2,274 cases).
 */
final class GroupSizes {
  private static final double MEAN = 9_137.0 / 2_274;
  private static final int MOST = 40;
  private static final double SPREAD = 0.8;

  private final double[] upTo = new double[MOST];

  GroupSizes() {
    double low = -2;
    double high = 3;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (fill(middle) < MEAN) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /** Makes the log-normal of one location and says its mean. */
  private double fill(double location) {
    double sum = 0;
    double persons = 0;
    for (int k = 1; k <= MOST; k++) {
      double z = (StrictMath.log(k) - location) / SPREAD;
      double weight = StrictMath.exp(-z * z / 2) / k;
      sum += weight;
      persons += k * weight;
      upTo[k - 1] = sum;
    }
    for (int k = 0; k < MOST; k++) {
      upTo[k] /= sum;
    }
    return persons / sum;
  }

  int persons(Draws draws) {
    double at = draws.uniform();
    int k = 0;
    while (k < MOST - 1 && at >= upTo[k]) {
      k++;
    }
    return k + 1;
  }
}
