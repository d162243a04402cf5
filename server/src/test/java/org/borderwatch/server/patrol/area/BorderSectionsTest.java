package org.borderwatch.server.patrol.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BorderSectionsTest {
  @Test
  void sectionsTileTheStretchAndAreAboutAsLongAsAsked() {
    Random random = new Random(1);
    for (int trial = 0; trial < 500; trial++) {
      double from = 1000 * random.nextDouble();
      double length = 0.5 + 60 * random.nextDouble();
      double[] mouths = random.doubles(random.nextInt(60), from, from + length).sorted().toArray();
      double target = 1 + 4 * random.nextDouble();
      double[] cuts = BorderSections.cuts(from, from + length, mouths, target);
      assertThat(cuts[0]).isEqualTo(from);
      assertThat(cuts[cuts.length - 1]).isEqualTo(from + length);
      for (int i = 1; i < cuts.length; i++) {
        double section = cuts[i] - cuts[i - 1];
        assertThat(section).isPositive();
        if (length > 3 * target) {
          assertThat(section).isBetween(0.5 * target, 1.6 * target);
        }
      }
    }
  }

  @Test
  void cutsKeepAwayFromTrails() {
    double[] cuts = BorderSections.cuts(0, 6, new double[] {1.9, 2.0, 2.1, 4.0}, 2);
    assertThat(cuts).hasSize(4);
    for (int i = 1; i < 3; i++) {
      for (double mouth : new double[] {1.9, 2.0, 2.1, 4.0}) {
        assertThat(Math.abs(cuts[i] - mouth)).isGreaterThan(0.29);
      }
    }
  }

  /** Against all ways to cut a short stretch in two. */
  @Test
  void takesTheBestOfAllWaysToCut() {
    double[] mouths = {1.0, 1.25, 1.9, 2.2};
    double best = Double.POSITIVE_INFINITY;
    double at = 0;
    for (int step = 9; step <= 21; step++) {
      double km = step * 0.1;
      double cost = Math.pow(km / 1.5 - 1, 2) + Math.pow((3 - km) / 1.5 - 1, 2);
      for (double mouth : mouths) {
        cost += Math.max(0, 1 - Math.abs(mouth - km) / 0.3);
      }
      if (cost < best) {
        best = cost;
        at = km;
      }
    }
    assertThat(BorderSections.cuts(0, 3, mouths, 1.5))
        .containsExactly(new double[] {0, at, 3}, within(1e-9));
  }
}
