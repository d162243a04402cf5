package org.borderwatch.server.patrol.plan;

/** Tails of the Poisson distribution, summed term by term: O(k). */
final class Poisson {
  private Poisson() {}

  /** P(X &lt;= k) where {@code mean} are expected. */
  static double atMost(int k, double mean) {
    if (k < 0) {
      return 0;
    }
    if (mean <= 0) {
      return 1;
    }
    double log = -mean;
    double sum = Math.exp(log);
    for (int i = 1; i <= k; i++) {
      log += Math.log(mean / i);
      sum += Math.exp(log);
    }
    return Math.min(1, sum);
  }

  /** P(X &gt;= k). */
  static double atLeast(int k, double mean) {
    return Math.max(0, 1 - atMost(k - 1, mean));
  }

  /** The smallest k with P(X &lt;= k) &gt;= p. */
  static int quantile(double p, double mean) {
    double log = -mean;
    double sum = Math.exp(log);
    int k = 0;
    // Far beyond any mean that persons of one plan come to, sums may stop just short of p.
    while (sum < p && k < mean + 20 * Math.sqrt(mean) + 50) {
      k++;
      log += Math.log(mean / k);
      sum += Math.exp(log);
    }
    return k;
  }
}
