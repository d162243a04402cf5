package org.borderwatch.server.hotspot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationsTest {
  private static final Crew TWO = Crew.of(2, Progress.UNWATCHED);
  private static final int MANY = 99_999;

  @Test
  void noPlacesHaveNoP() {
    assertThat(pSim(new double[0], new double[0], 1, 99, 1)).isEmpty();
  }

  @Test
  void nothingIsUnusualAboutEqualValuesLonelyPlacesAndNeighboursOfAll() {
    double[] x = {0, 1, 2, 100};

    assertThat(pSim(new double[] {3, 3, 3, 3}, x, 1, 99, 1)).containsOnly(1);
    assertThat(pSim(new double[] {1, 2, 3, 9}, x, 1, 99, 1)[3]).isEqualTo(1);
    assertThat(pSim(new double[] {1, 2, 3, 9}, x, 1000, 99, 1)).containsOnly(1);
    assertThat(pSim(new double[] {7}, new double[] {0}, 1, 99, 1)).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 3, 4})
  void asCountedOverEverySelection(double band) {
    double[] values = {0, 1, 1, 4, 9, 2, 0, 3};
    double[] x = {0, 1, 2, 3, 4, 5, 6, 7};

    double[] p = pSim(values, x, band, MANY, 42);

    for (int i = 0; i < values.length; i++) {
      double exact = exact(values, x, band, i);
      double deviation = Math.sqrt(exact * (1 - exact) / MANY);
      assertThat(p[i]).as("place %d", i).isCloseTo(exact, within(5 * deviation + 1e-4));
    }
  }

  @Test
  void aPlantedClusterIsRarerThanAnyDraw() {
    double[] values = new double[200];
    double[] x = new double[200];
    Random random = new Random(3);
    for (int i = 0; i < values.length; i++) {
      x[i] = i;
      values[i] = random.nextInt(4) + (Math.abs(i - 120) <= 3 ? 20 : 0);
    }

    double[] p = pSim(values, x, 3, 999, 17);

    assertThat(p[120]).isEqualTo(0.001);
    assertThat(p[40]).isGreaterThan(0.01);
  }

  @Test
  void theSeedDecidesAndTheCrewDoesnt() {
    Random random = new Random(8);
    double[] x = random.doubles(500, 0, 1000).toArray();
    double[] values = random.doubles(500).map(value -> Math.floor(4 * value)).toArray();
    Neighbours neighbours = Neighbours.within(x, new double[500], 20, TWO);

    double[] alone = Permutations.pSim(values, neighbours, 199, 5, Crew.alone());

    assertThat(Permutations.pSim(values, neighbours, 199, 5, Crew.of(4, Progress.UNWATCHED)))
        .isEqualTo(alone);
    assertThat(Permutations.pSim(values, neighbours, 199, 6, TWO)).isNotEqualTo(alone);
  }

  /** With nothing there, p is as often below a level as the level says. */
  @Test
  void pIsUniformWhereOnlyChanceIs() {
    Random random = new Random(21);
    int n = 4000;
    double[] x = random.doubles(n, 0, 1e6).toArray();
    double[] values = random.doubles(n).map(value -> -Math.log(value)).toArray();

    double[] p = pSim(values, x, 1000, 199, 2);

    for (double level : new double[] {0.05, 0.2, 0.5, 0.9}) {
      long below = Arrays.stream(p).filter(one -> one <= level + 1e-9).count();
      assertThat(below / (double) n).isCloseTo(level, within(0.04));
    }
  }

  @Test
  void placesWithoutAValueAreNeitherNeighboursNorDrawn() {
    double[] x = {0, 1, 2, 3, 4, 5, 6, 7, 1.5, 3.5};
    double[] values = {0, 1, 1, 4, 9, 2, 0, 3, Double.NaN, Double.NaN};

    double[] p = pSim(values, x, 1, MANY, 4);

    assertThat(p[8]).isNaN();
    assertThat(p[4])
        .isCloseTo(exact(Arrays.copyOf(values, 8), Arrays.copyOf(x, 8), 1, 4), within(0.01));
  }

  @Test
  void countsThatDontFitAreRefused() {
    assertThatThrownBy(() -> pSim(new double[2], new double[2], 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("permutations");
    assertThatThrownBy(() -> pSim(new double[2], new double[3], 1, 9, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("places");
  }

  private static double[] pSim(double[] values, double[] x, double band, int draws, long seed) {
    Neighbours neighbours = Neighbours.within(x, new double[x.length], band, TWO);
    return Permutations.pSim(values, neighbours, draws, seed, TWO);
  }

  /** The share of all selections of others that deviate at least as much as the neighbours do. */
  private static double exact(double[] values, double[] x, double band, int place) {
    int others = values.length - 1;
    double[] pool = new double[others];
    int size = 0;
    double near = 0;
    double total = 0;
    for (int j = 0; j < values.length; j++) {
      if (j != place) {
        pool[j < place ? j : j - 1] = values[j];
        total += values[j];
        if (Math.abs(x[j] - x[place]) <= band) {
          near += values[j];
          size++;
        }
      }
    }
    double expected = size * total / others;
    int selections = 0;
    int asUnusual = 0;
    for (int bits = 0; bits < 1 << others; bits++) {
      if (Integer.bitCount(bits) == size) {
        double sum = 0;
        for (int j = 0; j < others; j++) {
          sum += (bits >> j & 1) * pool[j];
        }
        selections++;
        asUnusual += Math.abs(sum - expected) >= Math.abs(near - expected) - 1e-9 ? 1 : 0;
      }
    }
    return (double) asUnusual / selections;
  }
}
