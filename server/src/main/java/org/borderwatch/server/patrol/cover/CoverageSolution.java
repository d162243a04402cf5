package org.borderwatch.server.patrol.cover;

import java.util.Locale;

/**
 * What to take, and how good that is.
 *
 * @param taken how often each site is taken, by its number
 * @param value weight that is covered
 * @param bound no choice covers more than this
 * @param status how it ended
 */
public record CoverageSolution(int[] taken, double value, double bound, Status status) {
  /** How sure it is. */
  public enum Status {
    /** Nothing is better by more than a millionth: proven. */
    OPTIMAL,
    /** Time ran out; nothing is better than {@link CoverageSolution#bound}. */
    FEASIBLE,
    /** Somebody stopped it; the same holds. */
    STOPPED;

    /** Its word in results. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** By how much of its value a better one could be better at most; 0 where it is optimal. */
  public double gap() {
    return value > 0 ? Math.max(0, bound - value) / value : bound > 0 ? 1 : 0;
  }
}
