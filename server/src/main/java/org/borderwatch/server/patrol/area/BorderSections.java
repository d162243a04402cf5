package org.borderwatch.server.patrol.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Cuts a stretch of border into sections of about one length, where fewest ways come to the line: a
 * cut between two trails costs nothing, one at a trail would part what belongs together. The best
 * of all ways to cut at multiples of {@value #STEP_KM} km, by dynamic programming. O(length x
 * choices).
 */
public final class BorderSections {
  private static final double STEP_KM = 0.1;
  private static final double SHORTEST = 0.6;
  private static final double LONGEST = 1.4;
  private static final double APART_KM = 0.3;

  private BorderSections() {}

  /**
   * Where the cuts are, from the begin to the end of the stretch.
   *
   * @param mouthKm where ways come to the line
   * @param targetKm length of a section; each is between 0.6 and 1.4 of it, where the stretch
   *     allows it
   */
  public static double[] cuts(double fromKm, double untilKm, double[] mouthKm, double targetKm) {
    int steps = Math.max(1, (int) Math.round((untilKm - fromKm) / STEP_KM));
    double step = (untilKm - fromKm) / steps;
    if (untilKm - fromKm <= LONGEST * targetKm) {
      return new double[] {fromKm, untilKm};
    }
    int shortest = Math.max(1, (int) Math.ceil(SHORTEST * targetKm / step - 1e-9));
    int longest = Math.max(shortest, (int) Math.floor(LONGEST * targetKm / step + 1e-9));
    double[] cost = new double[steps + 1];
    int[] before = new int[steps + 1];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    cost[0] = 0;
    for (int at = 1; at <= steps; at++) {
      double here = at == steps ? 0 : near(fromKm + at * step, mouthKm);
      for (int length = shortest; length <= Math.min(longest, at); length++) {
        double uneven = length * step / targetKm - 1;
        double sum = cost[at - length] + here + uneven * uneven;
        if (sum < cost[at]) {
          cost[at] = sum;
          before[at] = at - length;
        }
      }
    }
    if (cost[steps] == Double.POSITIVE_INFINITY) {
      return even(fromKm, untilKm, targetKm);
    }
    List<Double> cuts = new ArrayList<>(List.of(untilKm));
    for (int at = before[steps]; at > 0; at = before[at]) {
      cuts.add(fromKm + at * step);
    }
    cuts.add(fromKm);
    Collections.reverse(cuts);
    return cuts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] even(double fromKm, double untilKm, double targetKm) {
    int count = Math.max(1, (int) Math.round((untilKm - fromKm) / targetKm));
    double[] cuts = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      cuts[i] = i == count ? untilKm : fromKm + i * (untilKm - fromKm) / count;
    }
    return cuts;
  }

  /** How many ways come to the line near a cut, each less the farther it is. */
  private static double near(double km, double[] mouthKm) {
    double near = 0;
    for (double mouth : mouthKm) {
      near += Math.max(0, 1 - Math.abs(mouth - km) / APART_KM);
    }
    return near;
  }
}
