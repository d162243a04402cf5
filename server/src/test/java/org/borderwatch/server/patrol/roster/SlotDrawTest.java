package org.borderwatch.server.patrol.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.borderwatch.server.patrol.game.WatchedGame;
import org.junit.jupiter.api.Test;

class SlotDrawTest {
  @Test
  void everySlotHasAsManyDifferentPlacesAndEveryPlaceItsShare() {
    Random values = new Random(7);
    for (int seed = 0; seed < 2000; seed++) {
      int places = 1 + values.nextInt(9);
      int patrols = values.nextInt(places + 1);
      int slots = 1 + values.nextInt(40);
      double[] coverage =
          WatchedGame.solve(values.doubles(places, 0, 10).toArray(), patrols).coverage();
      int[][] drawn = SlotDraw.draw(coverage, patrols, slots, new SplittableRandom(seed));
      int[] times = new int[places];
      for (int[] slot : drawn) {
        assertThat(Arrays.stream(slot).distinct().count()).isEqualTo(patrols);
        Arrays.stream(slot).forEach(place -> times[place]++);
      }
      for (int place = 0; place < places; place++) {
        double share = slots * coverage[place];
        assertThat((double) times[place])
            .isBetween(Math.floor(share - 1e-6), Math.ceil(share + 1e-6));
      }
    }
  }

  @Test
  void aPlaceComesInEachSlotWithItsProbability() {
    double[] coverage = {2 / 3.0, 1 / 3.0, 0};
    int seeds = 60_000;
    double[][] often = new double[4][3];
    for (int seed = 0; seed < seeds; seed++) {
      int[][] drawn = SlotDraw.draw(coverage, 1, 4, new SplittableRandom(seed));
      for (int slot = 0; slot < 4; slot++) {
        often[slot][drawn[slot][0]] += 1.0 / seeds;
      }
    }
    for (double[] slot : often) {
      assertThat(slot).containsExactly(coverage, within(0.01));
    }
  }
}
