package org.borderwatch.server.hotspot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighboursTest {
  private static final Crew TWO = Crew.of(2, Progress.UNWATCHED);

  @Test
  void noPlacesHaveNoNeighbours() {
    Neighbours none = Neighbours.within(new double[0], new double[0], 10, TWO);

    assertThat(none.size()).isZero();
    assertThat(none.index()).isEmpty();
  }

  @Test
  void onePlaceIsItsOwnNeighbour() {
    Neighbours one = Neighbours.within(new double[] {5}, new double[] {7}, 0, TWO);

    assertThat(of(one, 0)).containsExactly(0);
  }

  @Test
  void placesAtTheSamePointAreNeighboursEvenWithoutABand() {
    double[] x = {1, 2, 1};
    double[] y = {1, 1, 1};

    Neighbours same = Neighbours.within(x, y, 0, TWO);

    assertThat(of(same, 0)).containsExactly(0, 2);
    assertThat(of(same, 1)).containsExactly(1);
    assertThat(same.count(2)).isEqualTo(2);
  }

  @Test
  void exactlyABandApartIsNear() {
    double[] x = {0, 3000.0000005, 3000.01};
    double[] y = {0, 4000.0000005, 4000.01};

    Neighbours near = Neighbours.within(x, y, 5000, TWO);

    assertThat(of(near, 0)).containsExactly(0, 1);
  }

  /** A grid of cells over this would need a terabyte. */
  @Test
  void placesMayBeFarApart() {
    double[] x = {0, 1e12, 1e12 + 1, -1e15, 0};
    double[] y = {0, 1e12, 1e12, 1e15, 0.5};

    Neighbours far = Neighbours.within(x, y, 1, TWO);

    assertThat(of(far, 0)).containsExactly(0, 4);
    assertThat(of(far, 1)).containsExactly(1, 2);
    assertThat(of(far, 3)).containsExactly(3);
  }

  @Test
  void aBandWiderThanEverythingHasAllAsNeighbours() {
    double[] x = {0, 10, -20};
    double[] y = {0, 5, 7};

    Neighbours all = Neighbours.within(x, y, 1e7, TWO);

    assertThat(all.index()).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void asTheSlowPlainWay(long seed) {
    Random random = new Random(seed);
    int n = 2000;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      // Half of them on a lattice, where many are exactly a band apart; some at one point.
      boolean lattice = random.nextBoolean();
      x[i] = 500_000 + (lattice ? 100 * random.nextInt(30) : 3000 * random.nextDouble());
      y[i] = 2_400_000 + (lattice ? 100 * random.nextInt(30) : 3000 * random.nextGaussian());
    }
    double band = new double[] {0, 50, 100, 300, 700, 5000}[(int) seed - 1];

    Neighbours fast = Neighbours.within(x, y, band, TWO);

    for (int i = 0; i < n; i++) {
      assertThat(of(fast, i)).as("neighbours of %d", i).containsExactly(slow(x, y, band, i));
    }
  }

  @Test
  void coordinatesThatAreNoNumbersAreRefusedByPlace() {
    double[] good = {0, 1};

    assertThatThrownBy(() -> Neighbours.within(good, new double[] {0, Double.NaN}, 1, TWO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Place 1 ");
    assertThatThrownBy(
            () -> Neighbours.within(new double[] {Double.POSITIVE_INFINITY, 0}, good, 1, TWO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Place 0 ");
    assertThatThrownBy(() -> Neighbours.within(good, new double[1], 1, TWO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void aBandThatIsNoDistanceIsRefused(double band) {
    assertThatThrownBy(() -> Neighbours.within(new double[1], new double[1], band, TWO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("band");
  }

  @Test
  void morePairsThanAnArrayHoldsAreRefusedBeforeTheyAreKept() {
    int n = 60_000;

    assertThatThrownBy(() -> Neighbours.within(new double[n], new double[n], 1, TWO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shorter band");
  }

  @Test
  void itEndsWhenCancelled() {
    Progress cancelled =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };

    assertThatThrownBy(
            () -> Neighbours.within(new double[9], new double[9], 1, Crew.of(2, cancelled)))
        .isInstanceOf(CancellationException.class);
  }

  private static int[] of(Neighbours neighbours, int place) {
    return Arrays.copyOfRange(
        neighbours.index(), neighbours.start()[place], neighbours.start()[place + 1]);
  }

  private static int[] slow(double[] x, double[] y, double band, int place) {
    int[] found = new int[x.length];
    int count = 0;
    for (int j = 0; j < x.length; j++) {
      if (Math.hypot(x[j] - x[place], y[j] - y[place]) <= band + 1e-6 + 1e-9 * band) {
        found[count++] = j;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
