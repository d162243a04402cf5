package org.borderwatch.server.hotspot.local;

import java.util.Arrays;

/**
 * Draws without replacement from all values but one, by a stream of chance of that one's own
 * (SplitMix64: Steele, Lea and Flood (2014), Fast Splittable Pseudorandom Number Generators). What
 * is drawn twice is drawn again, which is rare as long as no more than half are asked for. Not for
 * several threads.
 */
final class Sampler {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final double[] pool;

  /** By value: the last draw that had it. */
  private final int[] drawnIn;

  private int draw;
  private int own;
  private long state;

  Sampler(double[] pool) {
    this.pool = pool;
    this.drawnIn = new int[pool.length];
  }

  /** From now on for one place, whose own value isn't drawn. */
  void begin(long seed, int place, int own) {
    this.own = own;
    state = mix(mix(seed) + GOLDEN * (place + 1L));
  }

  /** The sum of so many values, at most half of all. */
  double sum(int count) {
    if (++draw == 0) {
      Arrays.fill(drawnIn, 0);
      draw = 1;
    }
    int others = pool.length - 1;
    double sum = 0;
    for (int left = count; left > 0; ) {
      state += GOLDEN;
      int i = (int) Math.multiplyHigh(mix(state) >>> 1, 2L * others);
      i += i >= own ? 1 : 0;
      if (drawnIn[i] != draw) {
        drawnIn[i] = draw;
        sum += pool[i];
        left--;
      }
    }
    return sum;
  }

  private static long mix(long bits) {
    long z = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
