package org.borderwatch.server.hotspot.scan;

import java.util.Arrays;
import org.borderwatch.server.compute.Crew;

/**
 * The strongest window of each circle as observed: the largest ratio, of equal ones the shortest,
 * of those the first. O(members * steps + circles * steps * longest).
 *
 * @param ratio by circle; 0 where nothing exceeds what was expected
 * @param from first step of the window
 * @param until step after the last
 */
record BestWindows(double[] ratio, int[] from, int[] until) {
  static BestWindows of(
      ScanCases data, Circles circles, Baseline baseline, int longest, Crew crew) {
    double[] ratio = new double[circles.size()];
    int[] from = new int[circles.size()];
    int[] until = new int[circles.size()];
    int steps = data.steps();
    int[] cases = data.cases();
    crew.each(
        circles.centres(),
        () -> {
          long[] units = new long[steps + 1];
          int[] sums = new int[steps + 1];
          return centre -> {
            Arrays.fill(units, 0);
            Arrays.fill(sums, 0);
            int member = 0;
            int circle = circles.first(centre);
            for (int end : circles.ends(centre)) {
              for (; member < end; member++) {
                int place = circles.members(centre)[member];
                baseline.add(place, units);
                int sum = 0;
                for (int step = 0; step < steps; step++) {
                  sum += cases[place * steps + step];
                  sums[step + 1] += sum;
                }
              }
              for (int length = 1; length <= longest; length++) {
                for (int start = 0; start + length <= steps; start++) {
                  double found =
                      LikelihoodRatio.of(
                          sums[start + length] - sums[start],
                          baseline.expected(units[start + length] - units[start]),
                          data.total());
                  if (found > ratio[circle]) {
                    ratio[circle] = found;
                    from[circle] = start;
                    until[circle] = start + length;
                  }
                }
              }
              circle++;
            }
          };
        });
    return new BestWindows(ratio, from, until);
  }
}
