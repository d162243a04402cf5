package org.borderwatch.server.hotspot.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpaceTimeScanTest {
  private static final Crew CREW = Crew.of(2, Progress.UNWATCHED);
  private static final ScanSettings POISSON = ScanSettings.of(ScanStatistic.POISSON);
  private static final ScanSettings PERMUTATION = ScanSettings.of(ScanStatistic.PERMUTATION);

  private static IntStream seeds() {
    return IntStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itFindsWhatThePlainDefinitionFinds(int seed) {
    Random random = new Random(seed);
    int places = 1 + random.nextInt(9);
    int steps = 1 + random.nextInt(7);
    boolean poisson = random.nextBoolean();
    boolean inGroups = random.nextInt(3) == 0;
    double[] x = new double[places];
    double[] y = new double[places];
    for (int i = 0; i < places; i++) {
      // A small lattice, so that distances tie and places coincide.
      x[i] = random.nextInt(4) * 1_000;
      y[i] = random.nextInt(4) * 1_000;
    }
    double[] population = new double[places * steps];
    int[][] groups = new int[places * steps][];
    int[] cases = new int[groups.length];
    for (int i = 0; i < groups.length; i++) {
      population[i] = random.nextInt(4) * (1 + random.nextInt(9));
      int most = random.nextInt(4) == 0 ? 7 : 2;
      int size = population[i] == 0 && poisson ? 0 : random.nextInt(most);
      groups[i] = random.ints(size, 1, inGroups ? 6 : 2).toArray();
      cases[i] = Arrays.stream(groups[i]).sum();
    }
    ScanCases data =
        random.nextBoolean()
            ? ScanCases.onPlane(x, y, steps, cases)
            : ScanCases.onSphere(
                Arrays.stream(x).map(metres -> 106 + metres / 1e5).toArray(),
                Arrays.stream(y).map(metres -> 21 + metres / 1e5).toArray(),
                steps,
                cases);
    if (poisson) {
      population[0]++;
      data = data.withPopulation(population);
    }
    if (inGroups) {
      data = data.inGroups(groups);
    }
    ScanSettings settings =
        (poisson ? POISSON : PERMUTATION)
            .within(
                0.2 + 0.8 * random.nextDouble(),
                random.nextBoolean() ? Double.POSITIVE_INFINITY : random.nextInt(4) * 1_000,
                random.nextInt(steps + 2))
            .replicates(19, seed);
    if (random.nextInt(3) == 0) {
      settings = settings.radii(0, 500, 1_000, 1_800, 2_500);
    }
    List<ScanCluster> found = SpaceTimeScan.run(data, settings, CREW).clusters();
    List<ScanCluster> expected = new PlainScan(data, settings, population).run();
    assertThat(found)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(expected);
  }

  @Test
  void likelihoodRatiosAreThoseWorkedOutByHand() {
    assertThat(LikelihoodRatio.of(10, 5, 100))
        .isCloseTo(10 * Math.log(2) + 90 * Math.log(90 / 95.0), within(1e-12));
    assertThat(LikelihoodRatio.of(10, 5, 100)).isCloseTo(2.0654, within(1e-4));
    assertThat(LikelihoodRatio.of(100, 5, 100)).isCloseTo(100 * Math.log(20), within(1e-9));
    assertThat(LikelihoodRatio.of(5, 5, 100)).isZero();
    assertThat(LikelihoodRatio.of(4, 5, 100)).isZero();
    assertThat(LikelihoodRatio.of(0, 0, 100)).isZero();
    assertThat(LikelihoodRatio.of(100, 100, 100)).isZero();
  }

  @Test
  void aScanOfFourPlacesIsTheOneWorkedOutByHand() {
    // 10 cases where 20 of 100 people live, 4 of 30, 4 of 30, 2 of 20: E = 4 at the first.
    ScanCases data =
        ScanCases.onPlane(
                new double[] {0, 1_000, 2_000, 3_000}, new double[4], 1, new int[] {10, 4, 4, 2})
            .withPopulation(new double[] {20, 30, 30, 20});
    ScanCluster first = SpaceTimeScan.run(data, POISSON, CREW).clusters().get(0);
    assertThat(first.members()).containsExactly(0);
    assertThat(first.observed()).isEqualTo(10);
    assertThat(first.expected()).isCloseTo(4, within(1e-12));
    assertThat(first.relativeRisk()).isCloseTo(10 / 4.0 / (10 / 16.0), within(1e-12));
    assertThat(first.llr()).isCloseTo(10 * Math.log(2.5) + 10 * Math.log(10 / 16.0), within(1e-12));
  }

  /** A lattice of 10 x 10 places a kilometre apart. */
  private static ScanCases lattice(int steps, int[] cases) {
    double[] x = new double[100];
    double[] y = new double[100];
    for (int i = 0; i < 100; i++) {
      x[i] = i % 10 * 1_000;
      y[i] = i / 10 * 1_000;
    }
    return ScanCases.onPlane(x, y, steps, cases);
  }

  private static int[] evenCases(Random random, int steps, int most) {
    return random.ints(100L * steps, 0, most + 1).toArray();
  }

  @ParameterizedTest
  @EnumSource
  void aPlantedClusterIsFoundWithItsPlacesAndDates(ScanStatistic statistic) {
    int[] cases = evenCases(new Random(1), 12, 2);
    for (int place : new int[] {55, 54, 56, 45, 65}) {
      for (int step = 4; step <= 6; step++) {
        cases[place * 12 + step] += 8;
      }
    }
    double[] people = new double[100];
    Arrays.fill(people, 3);
    ScanCases data = lattice(12, cases).withPopulation(people);
    ScanCluster first =
        SpaceTimeScan.run(data, ScanSettings.of(statistic).replicates(99, 5), CREW)
            .clusters()
            .get(0);
    assertThat(first.members()).containsExactlyInAnyOrder(55, 54, 56, 45, 65);
    assertThat(first.centre()).isEqualTo(55);
    assertThat(first.firstStep()).isEqualTo(4);
    assertThat(first.lastStep()).isEqualTo(6);
    assertThat(first.radiusMetres()).isCloseTo(1_000, within(1e-9));
    assertThat(first.p()).isEqualTo(0.01);
    assertThat(first.relativeRisk()).isGreaterThan(2.5);
  }

  @Test
  void permutationIsBlindToWhatIsAlwaysThereAndToWhatIsEverywhere() {
    int[] byPlace = new int[100 * 6];
    int[] byStep = new int[100 * 6];
    for (int i = 0; i < byPlace.length; i++) {
      byPlace[i] = i / 6 == 33 ? 20 : 1;
      byStep[i] = i % 6 == 2 ? 20 : 1;
    }
    assertThat(SpaceTimeScan.run(lattice(6, byPlace), PERMUTATION, CREW).clusters())
        .allSatisfy(cluster -> assertThat(cluster.llr()).isLessThan(1e-9));
    assertThat(SpaceTimeScan.run(lattice(6, byStep), PERMUTATION, CREW).clusters())
        .allSatisfy(cluster -> assertThat(cluster.llr()).isLessThan(1e-9));
    double[] people = new double[100];
    Arrays.fill(people, 1);
    ScanSettings poisson = POISSON.replicates(99, 1);
    assertThat(
            SpaceTimeScan.run(lattice(6, byPlace).withPopulation(people), poisson, CREW)
                .clusters()
                .get(0)
                .members())
        .containsExactly(33);
  }

  @ParameterizedTest
  @EnumSource
  void withoutClustersPIsSpreadEvenly(ScanStatistic statistic) {
    double[] people = new double[100];
    Arrays.fill(people, 1);
    List<Double> ps = new ArrayList<>();
    for (int seed = 0; seed < 120; seed++) {
      Random random = new Random(seed);
      int[] cases = new int[400];
      for (int i = 0; i < 200; i++) {
        cases[random.nextInt(400)]++;
      }
      ps.add(
          SpaceTimeScan.run(
                  lattice(4, cases).withPopulation(people),
                  ScanSettings.of(statistic).replicates(39, seed).circles(6),
                  CREW)
              .clusters()
              .get(0)
              .p());
    }
    Collections.sort(ps);
    for (int i = 0; i < ps.size(); i++) {
      assertThat(ps.get(i)).isCloseTo((i + 0.5) / ps.size(), within(0.15));
    }
  }

  @Test
  void groupsThatMoveWholeMakeCrowdsLessSurprising() {
    Random random = new Random(4);
    int[] cases = evenCases(random, 6, 1);
    int[][] groups = new int[600][];
    for (int i = 0; i < 600; i++) {
      groups[i] = cases[i] == 0 ? new int[0] : new int[] {random.nextInt(30) == 0 ? 12 : 1};
      cases[i] = Arrays.stream(groups[i]).sum();
    }
    double[] people = new double[100];
    Arrays.fill(people, 1);
    ScanCases alone = lattice(6, cases).withPopulation(people);
    ScanSettings settings = POISSON.replicates(99, 2);
    ScanCluster independent = SpaceTimeScan.run(alone, settings, CREW).clusters().get(0);
    ScanCluster whole = SpaceTimeScan.run(alone.inGroups(groups), settings, CREW).clusters().get(0);
    assertThat(whole.llr()).isEqualTo(independent.llr());
    assertThat(independent.p()).isEqualTo(0.01);
    assertThat(whole.p()).isGreaterThan(0.1);
  }

  @Test
  void theSeedDecidesAndThreadsDoNot() {
    ScanCases data = lattice(8, evenCases(new Random(9), 8, 3));
    ScanSettings settings = PERMUTATION.replicates(50, 3);
    ScanResult two = SpaceTimeScan.run(data, settings, CREW);
    assertThat(SpaceTimeScan.run(data, settings, Crew.alone()).clusters())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(two.clusters());
    assertThat(SpaceTimeScan.run(data, PERMUTATION.replicates(50, 4), CREW).clusters())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("p")
        .containsExactlyElementsOf(two.clusters());
    assertThat(two.seed()).isEqualTo(3);
    assertThat(two.replicates()).isEqualTo(50);
  }

  @Test
  void clustersShareNoPlaceAndGetWeaker() {
    ScanCases data = lattice(8, evenCases(new Random(10), 8, 3));
    List<ScanCluster> clusters =
        SpaceTimeScan.run(data, PERMUTATION.replicates(19, 3), CREW).clusters();
    assertThat(clusters).hasSizeGreaterThan(3);
    boolean[] seen = new boolean[100];
    double before = Double.POSITIVE_INFINITY;
    for (ScanCluster cluster : clusters) {
      assertThat(cluster.llr()).isPositive().isLessThanOrEqualTo(before);
      assertThat(cluster.observed()).isGreaterThan((long) cluster.expected());
      before = cluster.llr();
      for (int member : cluster.members()) {
        assertThat(seen[member]).isFalse();
        seen[member] = true;
      }
    }
  }

  @Test
  void withoutReplicatesPIsOne() {
    ScanCases data = lattice(8, evenCases(new Random(10), 8, 3));
    assertThat(SpaceTimeScan.run(data, PERMUTATION.replicates(0, 1), CREW).clusters())
        .isNotEmpty()
        .allSatisfy(cluster -> assertThat(cluster.p()).isEqualTo(1));
  }

  @ParameterizedTest
  @EnumSource
  void noPlacesNoCasesOrOnePlaceHaveNoClusters(ScanStatistic statistic) {
    ScanSettings settings = ScanSettings.of(statistic).replicates(9, 1);
    double[] none = {};
    double[] one = {0};
    double[] two = {0, 1_000};
    ScanCases empty = ScanCases.onPlane(none, none, 3, new int[0]).withPopulation(none);
    assertThat(SpaceTimeScan.run(empty, settings, CREW).clusters()).isEmpty();
    ScanCases nothing = ScanCases.onPlane(two, two, 2, new int[4]).withPopulation(two);
    assertThat(SpaceTimeScan.run(nothing, settings, CREW).clusters()).isEmpty();
    ScanCases alone =
        ScanCases.onPlane(one, one, 3, new int[] {1, 9, 1}).withPopulation(new double[] {5});
    assertThat(SpaceTimeScan.run(alone, settings, CREW).clusters()).isEmpty();
  }

  @Test
  void allCasesAtOnePlaceAndTimeAreExpectedByPermutationOnly() {
    int[] cases = new int[600];
    cases[40 * 6 + 3] = 25;
    double[] people = new double[100];
    Arrays.fill(people, 1);
    ScanCases data = lattice(6, cases).withPopulation(people);
    assertThat(SpaceTimeScan.run(data, PERMUTATION.within(1, 1e9, 6), CREW).clusters()).isEmpty();
    ScanCluster first = SpaceTimeScan.run(data, POISSON.replicates(99, 1), CREW).clusters().get(0);
    assertThat(first.members()).containsExactly(40);
    assertThat(first.firstStep()).isEqualTo(3);
    assertThat(first.lastStep()).isEqualTo(3);
    assertThat(first.relativeRisk()).isInfinite();
    assertThat(first.llr()).isCloseTo(25 * Math.log(600), within(1e-9));
    assertThat(first.p()).isEqualTo(0.01);
  }

  @Test
  void distancesOnTheEarthAreThoseOfASphere() {
    // A degree along a meridian of a sphere of 6,371 km, and half way round it.
    Places places = Places.onSphere(new double[] {106, 106, -74}, new double[] {21, 22, -21});
    assertThat(places.metres(0, 1)).isCloseTo(6_371_000 * Math.PI / 180, within(1e-3));
    assertThat(places.metres(0, 2)).isCloseTo(6_371_000 * Math.PI, within(1e-3));
  }

  @Test
  void placesAsFarAwayEnterTogether() {
    ScanCases data = lattice(1, new int[100]);
    Circles circles =
        Circles.of(data.places(), place -> 1, 50, PERMUTATION.within(0.5, 1_500, 0), Crew.alone());
    assertThat(circles.ends(55)).containsExactly(1, 5, 9);
    assertThat(circles.ends(0)).containsExactly(1, 3, 4);
    assertThat(circles.members(0)).containsExactly(0, 1, 10, 11);
  }

  @Test
  void casesWithoutPopulationAreRefused() {
    double[] x = {0, 1_000};
    ScanCases data = ScanCases.onPlane(x, x, 2, new int[] {0, 1, 2, 0});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> data.withPopulation(new double[] {5, 0}))
        .withMessageContaining("Place 1, step 0 has 2 cases but no population");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> data.withPopulation(new double[] {5, 5, 5}))
        .withMessageContaining("3 populations");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> data.withPopulation(new double[] {5, -1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpaceTimeScan.run(data, POISSON, CREW))
        .withMessageContaining("needs a population");
  }

  @Test
  void groupsThatDoNotAddUpAreRefused() {
    double[] x = {0, 1_000};
    ScanCases data = ScanCases.onPlane(x, x, 1, new int[] {3, 1});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> data.inGroups(new int[][] {{2}, {1}}))
        .withMessageContaining("Place 0, step 0 has 3 cases but groups of 2");
    assertThatIllegalArgumentException().isThrownBy(() -> data.inGroups(new int[][] {{3, 0}, {1}}));
    assertThatIllegalArgumentException().isThrownBy(() -> data.inGroups(new int[][] {{3}}));
  }

  @Test
  void casesThatCannotBeAreRefused() {
    double[] x = {0, 1_000};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScanCases.onPlane(x, x, 1, new int[] {1, -1}))
        .withMessageContaining("Place 1, step 0 has -1 cases");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScanCases.onPlane(x, x, 2, new int[] {1, 1}));
    assertThatIllegalArgumentException().isThrownBy(() -> ScanCases.onPlane(x, x, 0, new int[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScanCases.onPlane(x, new double[] {0}, 1, new int[] {1, 1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScanCases.onSphere(x, x, 1, new int[] {1, 1}))
        .withMessageContaining("Place 1");
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> POISSON.within(0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> POISSON.within(1.1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> POISSON.within(1, Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> POISSON.within(1, 1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> POISSON.replicates(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> POISSON.circles(0));
    assertThatIllegalArgumentException().isThrownBy(() -> POISSON.radii(1, -1));
  }

  @Test
  void itTellsHowFarItIsAndStopsWhenAsked() {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    Progress progress =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            assertThat(fraction).isBetween(0.0, 1.0);
            told.add(message);
          }

          @Override
          public boolean cancelled() {
            return told.size() > 4;
          }
        };
    ScanCases data = lattice(8, evenCases(new Random(9), 8, 3));
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> SpaceTimeScan.run(data, PERMUTATION, Crew.of(2, progress)));
    assertThat(told).contains("Mô phỏng 0/999 / Simulated 0 of 999").hasSizeLessThan(20);
  }
}
