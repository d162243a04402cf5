package org.borderwatch.bench.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Times things in turn, round by round, and prints a line of the table for each. */
final class Stopwatch {
  private static final int WARM_UP = 4;

  private final int rounds;
  private final List<String> names = new ArrayList<>();
  private final List<DoubleSupplier> works = new ArrayList<>();

  Stopwatch(int rounds) {
    this.rounds = rounds;
  }

  /**
   * Something to time.
   *
   * @param work returns a number made of its result: those that are timed together must agree
   */
  Stopwatch add(String name, DoubleSupplier work) {
    names.add(name);
    works.add(work);
    return this;
  }

  /** Runs all in turn. */
  @SuppressWarnings("SystemOut")
  void time(String size) {
    double[][] millis = new double[works.size()][rounds];
    for (int round = -Math.min(WARM_UP, rounds); round < rounds; round++) {
      double first = Double.NaN;
      for (int i = 0; i < works.size(); i++) {
        long began = System.nanoTime();
        double result = works.get(i).getAsDouble();
        double took = (System.nanoTime() - began) / 1e6;
        if (round >= 0) {
          millis[i][round] = took;
        }
        first = i == 0 ? result : first;
        if (!(Math.abs(result - first) <= 1e-6 * Math.abs(first))) {
          throw new IllegalStateException(
              names.get(i) + " finds " + result + ", " + names.get(0) + " finds " + first);
        }
      }
    }
    for (int i = 0; i < works.size(); i++) {
      Arrays.sort(millis[i]);
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %.1f | %.1f | %.1f |%n",
          names.get(i),
          size,
          millis[i][0],
          millis[i][rounds / 2],
          millis[i][rounds - 1]);
    }
  }
}
