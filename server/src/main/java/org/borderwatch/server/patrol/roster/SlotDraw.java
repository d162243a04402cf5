package org.borderwatch.server.patrol.roster;

import java.util.SplittableRandom;

/**
 * Draws which places are guarded in each of many alike slots, such as nights, so that the
 * frequencies are those of a mixed coverage: in each slot a place is guarded with exactly its
 * probability, as many different places are guarded as there are patrols, and over all slots each
 * place is guarded as often as its share of them, rounded up or down.
 *
 * <p>How often each place comes is drawn first (systematic sampling, Madow 1949). The turns of each
 * place then follow one another around the slots, so that none comes twice in one, and the slots
 * are shuffled. O(slots x patrols).
 */
public final class SlotDraw {
  private SlotDraw() {}

  /**
   * The places of each slot.
   *
   * @param coverage of the places, each from 0 to 1, that sum to {@code patrols}
   */
  public static int[][] draw(double[] coverage, int patrols, int slots, SplittableRandom random) {
    int[] order = shuffled(coverage.length, random);
    int[] times = times(coverage, slots, patrols, order, random);
    int[] slotOf = shuffled(slots, random);
    int[][] drawn = new int[slots][patrols];
    int entry = 0;
    for (int place : order) {
      for (int i = 0; i < times[place]; i++) {
        drawn[slotOf[entry % slots]][entry / slots] = place;
        entry++;
      }
    }
    return drawn;
  }

  /** How often each place comes: its share of all slots, rounded, and all of them together. */
  private static int[] times(
      double[] coverage, int slots, int patrols, int[] order, SplittableRandom random) {
    int[] times = new int[coverage.length];
    double at = random.nextDouble();
    double sum = 0;
    long given = 0;
    long all = (long) slots * patrols;
    for (int place : order) {
      sum += slots * coverage[place];
      // Marks stand at whole numbers plus a chance offset; a place takes those that it passes.
      long passed = Math.max(0, Math.min(all, (long) Math.floor(sum - at + 1e-9) + 1));
      times[place] = (int) Math.min(slots, passed - given);
      given += times[place];
    }
    // Rounding may have lost one mark at the very end.
    for (int i = order.length - 1; i >= 0 && given < all; i--) {
      if (times[order[i]] < slots && coverage[order[i]] > 0) {
        times[order[i]]++;
        given++;
      }
    }
    return times;
  }

  static int[] shuffled(int size, SplittableRandom random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int at = random.nextInt(i + 1);
      order[i] = order[at];
      order[at] = i;
    }
    return order;
  }
}
