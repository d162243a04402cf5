package org.borderwatch.server.hotspot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GiStarTest {
  private static final Crew ALONE = Crew.alone();
  private static final Crew TWO = Crew.of(2, Progress.UNWATCHED);
  private static final Offset<Double> CLOSE = within(1e-9);

  /** The points of PySAL's examples; two of them lie exactly 15 apart. */
  private static final double[] SIX_X = {10, 20, 40, 15, 30, 30};

  private static final double[] SIX_Y = {10, 10, 10, 20, 20, 30};
  private static final double[] SIX = {2, 3, 3.2, 5, 8, 7};
  private static final double[] SIX_Z = {
    -1.3972763, -0.2891776, 0.6506496, -0.2891776, 1.2345209, 2.0242433
  };

  @Test
  void sixPointsHaveThePublishedScores() {
    GiScores scores = listed(SIX_X, SIX_Y, SIX, 15);

    assertThat(scores.z()).containsExactly(SIX_Z, within(5e-8));
    assertThat(GiStar.withinBand(SIX_X, SIX_Y, SIX, 15, ALONE).z())
        .containsExactly(SIX_Z, within(5e-8));
    assertThat(scores.p()[5]).isCloseTo(0.042945, within(1e-6));
    assertThat(scores.mean()).isCloseTo(4.7, CLOSE);
    assertThat(scores.sd()).isCloseTo(Math.sqrt(161.24 / 6 - 4.7 * 4.7), CLOSE);
  }

  @Test
  void noPlacesHaveNoScores() {
    GiScores none = listed(new double[0], new double[0], new double[0], 1);

    assertThat(none.z()).isEmpty();
    assertThat(none.mean()).isNaN();
    assertThat(GiStar.onHexagons(new double[0], 0, 0, 1, ALONE).p()).isEmpty();
  }

  @Test
  void onePlaceIsNeitherHotNorCold() {
    GiScores one = listed(new double[] {3}, new double[] {4}, new double[] {9}, 1);

    assertThat(one.z()).containsExactly(0);
    assertThat(one.p()).containsExactly(1);
    assertThat(one.sd()).isZero();
  }

  /** A tenth has no exact binary fraction, so the mean of equal tenths isn't one of itself. */
  @Test
  void equalValuesAreNeitherHotNorCold() {
    double[] tenths = new double[6];
    Arrays.fill(tenths, 0.1);

    GiScores scores = listed(SIX_X, SIX_Y, tenths, 15);

    assertThat(scores.z()).containsOnly(0);
    assertThat(scores.p()).containsOnly(1);
    assertThat(scores.sd()).isZero();
  }

  @Test
  void aNeighbourhoodOfEverythingSaysNothing() {
    assertThat(listed(SIX_X, SIX_Y, SIX, 1000).z()).containsOnly(0);
    assertThat(listed(new double[6], new double[6], SIX, 0).p()).containsOnly(1);
  }

  @Test
  void aPlantedClusterIsHottestAndItsMirrorColdest() {
    Random random = new Random(11);
    double[] values = new double[50 * 50];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(3);
    }
    plant(values, 30, 20, 9);
    plant(values, 10, 40, -9);

    GiScores scores = GiStar.onHexagons(values, 50, 50, 2, TWO);

    assertThat(argMax(scores.z(), 1)).isEqualTo(20 * 50 + 30);
    assertThat(argMax(scores.z(), -1)).isEqualTo(40 * 50 + 10);
    assertThat(scores.p()[20 * 50 + 30]).isLessThan(1e-6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void asStraightFromTheFormula(long seed) {
    Cloud cloud = new Cloud(seed, 1500);

    double[] slow = slow(cloud.x, cloud.y, cloud.values, cloud.band);

    assertThat(listed(cloud.x, cloud.y, cloud.values, cloud.band).z()).containsExactly(slow, CLOSE);
    assertThat(GiStar.withinBand(cloud.x, cloud.y, cloud.values, cloud.band, TWO).z())
        .containsExactly(slow, CLOSE);
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8})
  void placesWithoutAValueAreAsThoughTheyWerentThere(long seed) {
    Cloud cloud = new Cloud(seed, 1200);
    double[] holes = cloud.values.clone();
    Random random = new Random(seed);
    int[] kept = random.ints(900, 0, 1200).sorted().distinct().toArray();
    Arrays.fill(holes, Double.NaN);
    for (int i : kept) {
      holes[i] = cloud.values[i];
    }
    GiScores without =
        listed(at(cloud.x, kept), at(cloud.y, kept), at(cloud.values, kept), cloud.band);

    for (GiScores with :
        new GiScores[] {
          listed(cloud.x, cloud.y, holes, cloud.band),
          GiStar.withinBand(cloud.x, cloud.y, holes, cloud.band, TWO)
        }) {
      assertThat(at(with.z(), kept)).containsExactly(without.z(), CLOSE);
      assertThat(with.mean()).isCloseTo(without.mean(), CLOSE);
      assertThat(Arrays.stream(with.z()).filter(Double::isNaN).count())
          .isEqualTo(Arrays.stream(with.p()).filter(Double::isNaN).count())
          .isEqualTo(1200 - kept.length);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 10, 11})
  void unitOffsetPlaceAndOrderDontMatter(long seed) {
    Cloud cloud = new Cloud(seed, 800);
    double[] z = listed(cloud.x, cloud.y, cloud.values, cloud.band).z();

    double[] moved = map(cloud.x, 4096);
    assertThat(listed(moved, cloud.y, cloud.values, cloud.band).z()).containsExactly(z, CLOSE);
    double[] scaled = Arrays.stream(cloud.values).map(value -> 1e6 * value).toArray();
    assertThat(listed(cloud.x, cloud.y, scaled, cloud.band).z()).containsExactly(z, CLOSE);
    double[] offset = map(cloud.values, 1e9);
    assertThat(listed(cloud.x, cloud.y, offset, cloud.band).z()).containsExactly(z, within(1e-5));

    int[] order = new Random(seed).ints(0, 800).distinct().limit(800).toArray();
    double[] shuffled =
        GiStar.withinBand(
                at(cloud.x, order), at(cloud.y, order), at(cloud.values, order), cloud.band, TWO)
            .z();
    assertThat(shuffled).containsExactly(at(z, order), CLOSE);
  }

  @Test
  void theCrewDoesntShow() {
    Cloud cloud = new Cloud(12, 40_000);
    Crew five = Crew.of(5, Progress.UNWATCHED);

    assertThat(GiStar.withinBand(cloud.x, cloud.y, cloud.values, 10, five).z())
        .isEqualTo(GiStar.withinBand(cloud.x, cloud.y, cloud.values, 10, ALONE).z());
    assertThat(GiStar.onHexagons(cloud.values, 200, 200, 3, five))
        .usingRecursiveComparison()
        .isEqualTo(GiStar.onHexagons(cloud.values, 200, 200, 3, ALONE));
  }

  @Test
  void valuesThatAreNoNumbersAndCountsThatDontFitAreRefused() {
    Neighbours neighbours = Neighbours.within(SIX_X, SIX_Y, 15, ALONE);

    assertThatThrownBy(
            () ->
                GiStar.of(
                    new double[] {1, 2, 3, 4, 5, Double.NEGATIVE_INFINITY}, neighbours, ALONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1e150");
    assertThatThrownBy(() -> GiStar.of(new double[5], neighbours, ALONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 values for 6 places");
    assertThatThrownBy(() -> GiStar.onHexagons(new double[5], 2, 3, 1, ALONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 columns");
  }

  private static GiScores listed(double[] x, double[] y, double[] values, double band) {
    return GiStar.of(values, Neighbours.within(x, y, band, TWO), TWO);
  }

  /** Ord and Getis 1995, word for word: sums over all pairs, the variance as they write it. */
  private static double[] slow(double[] x, double[] y, double[] values, double band) {
    int n = values.length;
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / n;
    double s = Math.sqrt(squares / n - mean * mean);
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      double near = 0;
      double weights = 0;
      for (int j = 0; j < n; j++) {
        if (Math.hypot(x[i] - x[j], y[i] - y[j]) <= band + 1e-6 + 1e-9 * band) {
          near += values[j];
          weights++;
        }
      }
      z[i] = (near - weights * mean) / (s * Math.sqrt((n * weights - weights * weights) / (n - 1)));
    }
    return z;
  }

  private static void plant(double[] values, int column, int row, double more) {
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        values[(row + dy) * 50 + column + dx] += more;
      }
    }
    values[row * 50 + column + 2] += more;
    values[row * 50 + column - 2] += more;
  }

  private static int argMax(double[] values, int sign) {
    int best = 0;
    for (int i = 0; i < values.length; i++) {
      best = sign * values[i] > sign * values[best] ? i : best;
    }
    return best;
  }

  private static double[] map(double[] values, double add) {
    return Arrays.stream(values).map(value -> value + add).toArray();
  }

  private static double[] at(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
  }

  /** Places along a winding line and all over, with counts that are mostly small. */
  private static final class Cloud {
    final double[] x;
    final double[] y;
    final double[] values;
    final double band;

    Cloud(long seed, int n) {
      Random random = new Random(seed);
      x = new double[n];
      y = new double[n];
      values = new double[n];
      band = 200 + random.nextInt(800);
      for (int i = 0; i < n; i++) {
        x[i] = 400_000 + random.nextInt(20_000);
        y[i] = 2_400_000 + 3000 * Math.sin(x[i] / 2000) + 800 * random.nextGaussian();
        values[i] = random.nextInt(4) == 0 ? Math.floor(20 * Math.pow(random.nextDouble(), 3)) : 0;
      }
    }
  }
}
