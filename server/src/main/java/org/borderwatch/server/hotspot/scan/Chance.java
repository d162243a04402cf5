package org.borderwatch.server.hotspot.scan;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Cases as chance alone would have them, the total being what it was. Cases that came in groups
 * move as groups. A replicate depends on the seed and its number only. Immutable, hence
 * thread-safe.
 */
abstract sealed class Chance {
  private final long seed;

  /** Size of each group; null when each is one case. */
  final int @Nullable [] sizes;

  /** Place and step of each group as observed. */
  final int[] cells;

  final int steps;

  private Chance(ScanCases data, long seed) {
    this.seed = seed;
    this.steps = data.steps();
    int[][] groups = data.groups();
    int[] cases = data.cases();
    int count = data.total();
    if (groups != null) {
      count = 0;
      for (int[] group : groups) {
        count += group.length;
      }
    }
    this.cells = new int[count];
    this.sizes = groups == null ? null : new int[count];
    int next = 0;
    for (int cell = 0; cell < cases.length; cell++) {
      int here = groups == null ? cases[cell] : groups[cell].length;
      Arrays.fill(cells, next, next + here, cell);
      if (sizes != null && groups != null) {
        System.arraycopy(groups[cell], 0, sizes, next, here);
      }
      next += here;
    }
  }

  static Chance of(ScanCases data, ScanStatistic statistic, Baseline baseline, long seed) {
    return statistic == ScanStatistic.POISSON
        ? new Multinomial(data, baseline, seed)
        : new Shuffle(data, seed);
  }

  /** Puts the cases of a replicate in place of what stands in {@code cases}. */
  void draw(int replicate, int[] cases) {
    Arrays.fill(cases, 0);
    draw(new SplittableRandom(mix(seed ^ mix(replicate))), cases);
  }

  abstract void draw(SplittableRandom random, int[] cases);

  int size(int group) {
    return sizes == null ? 1 : sizes[group];
  }

  /**
   * Streams of SplittableRandom that start at near seeds may be the same but for a shift; mixed
   * seeds are far apart. Stafford's variant 13 of the end of MurmurHash3.
   */
  private static long mix(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Each group falls on a place and step with the probability of its units, by Vose's aliases. */
  private static final class Multinomial extends Chance {
    /** Of a column, the share that is its own, in 2^-31; the rest is its alias. */
    private final int[] own;

    private final int[] alias;

    Multinomial(ScanCases data, Baseline baseline, long seed) {
      super(data, seed);
      int cells = data.cases().length;
      own = new int[cells];
      alias = new int[cells];
      double[] height = new double[cells];
      int[] low = new int[cells];
      int[] high = new int[cells];
      int lows = 0;
      int highs = 0;
      for (int cell = 0; cell < cells; cell++) {
        alias[cell] = cell;
        height[cell] = (double) baseline.of(cell / steps, cell % steps) / baseline.total() * cells;
        if (height[cell] < 1) {
          low[lows++] = cell;
        } else {
          high[highs++] = cell;
        }
      }
      while (lows > 0 && highs > 0) {
        int small = low[--lows];
        int large = high[highs - 1];
        own[small] = (int) (height[small] * 0x1p31);
        alias[small] = large;
        height[large] -= 1 - height[small];
        if (height[large] < 1) {
          highs--;
          low[lows++] = large;
        }
      }
      // What is left is 1 but for rounding, and is its own alias.
    }

    @Override
    void draw(SplittableRandom random, int[] cases) {
      for (int group = 0; group < cells.length; group++) {
        int column = random.nextInt(cases.length);
        int cell = random.nextInt() >>> 1 < own[column] ? column : alias[column];
        cases[cell] += size(group);
      }
    }
  }

  /** Groups keep their places and change steps with each other. */
  private static final class Shuffle extends Chance {
    Shuffle(ScanCases data, long seed) {
      super(data, seed);
    }

    @Override
    void draw(SplittableRandom random, int[] cases) {
      int[] shuffled = new int[cells.length];
      for (int group = 0; group < shuffled.length; group++) {
        int other = random.nextInt(group + 1);
        shuffled[group] = shuffled[other];
        shuffled[other] = cells[group] % steps;
      }
      for (int group = 0; group < shuffled.length; group++) {
        cases[cells[group] / steps * steps + shuffled[group]] += size(group);
      }
    }
  }
}
