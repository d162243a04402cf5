package org.borderwatch.data.scenario;

/**
 * A stream of random draws that belongs to one item of one link of the chain, such as the sighting
 * of crossing 4711. What other items and links draw never changes it.
 *
 * <p>SplitMix64 (Steele, Lea and Flood 2014). The same on every JVM: nothing here depends on the
 * platform's mathematics. Not thread-safe; make one where it is used.
 */
final class Draws {
  /** The links of the chain; the order is part of the seed and may only grow at the end. */
  enum Link {
    RELIEF,
    MOUTHS,
    LEVELS,
    COUNTS,
    CROSSINGS,
    GROUPS,
    PATROLS,
    SENSORS,
    SEEN,
    SIGHTINGS,
    STATIONS,
    TRACKS,
    ROUNDS,
    MESH,
    WAYS,
    TASTE
  }

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Draws(long state) {
    this.state = state;
  }

  /** The stream of item {@code index} of a link. */
  static Draws of(long seed, Link link, long index) {
    return new Draws(mix(mix(seed * 31 + link.ordinal() + 1) + index * GOLDEN));
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  double uniform() {
    return (bits() >>> 11) * 0x1p-53;
  }

  double between(double least, double most) {
    return least + (most - least) * uniform();
  }

  /** A whole number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Bell-shaped with mean 0 and deviation 1, never beyond 3.5: the sum of four even draws. */
  double bell() {
    long bits = bits();
    long sum =
        (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48 & 0xFFFF);
    // Four even draws of 0..65535 have a variance of 4 * 65536^2 / 12.
    return (sum - 131_070.0) / 37_837.2;
  }

  /** Log-normal with the given median; {@code spread} is the deviation of the logarithm. */
  double logNormal(double median, double spread) {
    return median * StrictMath.exp(spread * bell());
  }

  /** Poisson; from a mean of 40 on by the bell curve. */
  int poisson(double mean) {
    if (mean >= 40) {
      return (int) Math.max(0, Math.rint(mean + Math.sqrt(mean) * bell()));
    }
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = uniform(); product > limit; product *= uniform()) {
      count++;
    }
    return count;
  }

  /** How many of {@code n} tries succeed. */
  int binomial(int n, double probability) {
    int hits = 0;
    for (int i = 0; i < n; i++) {
      hits += chance(probability) ? 1 : 0;
    }
    return hits;
  }
}
