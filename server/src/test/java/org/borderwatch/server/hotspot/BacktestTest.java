package org.borderwatch.server.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.borderwatch.server.hotspot.backtest.Backtest;
import org.borderwatch.server.hotspot.backtest.Backtest.Reached;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestTest {
  @Test
  void nothingReachesNothing() {
    Reached none = new Backtest(new double[0], new double[0], new double[0]).at(0.1);
    assertThat(none.pai()).isNaN();
    Reached quiet = new Backtest(new double[] {1}, new double[] {1}, new double[] {0}).at(0.1);
    assertThat(quiet.hitRate()).isNaN();
    assertThat(quiet.pei()).isNaN();
  }

  @Test
  void allOfTheBorderHoldsAllEventsAndIsNoBetterThanChance() {
    Reached all =
        new Backtest(new double[] {1, 2, 3}, new double[] {3, 1, 2}, new double[] {4, 0, 5}).at(1);
    assertThat(all.hitRate()).isCloseTo(1, within(1e-12));
    assertThat(all.pai()).isCloseTo(1, within(1e-12));
    assertThat(all.pei()).isCloseTo(1, within(1e-12));
  }

  @Test
  void equalScoresAreTakenInTheOrderOfTheSections() {
    Reached first =
        new Backtest(new double[] {1, 1}, new double[] {7, 7}, new double[] {3, 1}).at(0.5);
    assertThat(first.hits()).isEqualTo(3);
  }

  @Test
  void noScoreComesLast() {
    Reached first =
        new Backtest(new double[] {1, 1}, new double[] {Double.NaN, -7}, new double[] {3, 1})
            .at(0.5);
    assertThat(first.hits()).isEqualTo(1);
  }

  @Test
  void aPartOfASectionHoldsThatPartOfItsEvents() {
    Reached part =
        new Backtest(new double[] {4, 4}, new double[] {2, 1}, new double[] {8, 2}).at(0.25);
    assertThat(part.hits()).isCloseTo(4, within(1e-12));
    assertThat(part.length()).isCloseTo(2, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noMapIsBetterThanTheBestOneAndMoreBorderNeverHoldsLess(long seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(60);
    double[] lengths = random.doubles(n, 0.1, 3).toArray();
    double[] scores = random.doubles(n).toArray();
    double[] events = random.ints(n, 0, 9).asDoubleStream().toArray();
    Backtest map = new Backtest(lengths, scores, events);
    double last = 0;
    for (double share = 0.05; share <= 1; share += 0.05) {
      Reached reached = map.at(share);
      assertThat(reached.hits()).isGreaterThanOrEqualTo(last - 1e-9);
      assertThat(reached.pei()).isLessThanOrEqualTo(1 + 1e-9);
      assertThat(reached.low()).isLessThanOrEqualTo(reached.hitRate() + 1e-9);
      assertThat(reached.high()).isGreaterThanOrEqualTo(reached.hitRate() - 1e-9);
      last = reached.hits();
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new Backtest(new double[] {0}, new double[1], new double[1]))
        .hasMessageContaining("length above 0");
    assertThatThrownBy(() -> new Backtest(new double[] {1}, new double[2], new double[1]))
        .hasMessageContaining("as many of each");
    assertThatThrownBy(() -> new Backtest(new double[] {1}, new double[1], new double[1]).at(1.5))
        .hasMessageContaining("at most 1");
  }
}
