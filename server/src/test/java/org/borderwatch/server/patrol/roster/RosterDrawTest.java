package org.borderwatch.server.patrol.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.area.PlannedAreasExamples;
import org.junit.jupiter.api.Test;

class RosterDrawTest {
  /** Reach, hours and rest in thousands of made-up situations, and frequencies as computed. */
  @Test
  void noRosterAsksForTheImpossible() {
    int drawn = 0;
    for (int seed = 0; seed < 2000; seed++) {
      PlannedAreas planned = PlannedAreasExamples.random(seed);
      DrawnRoster roster;
      try {
        roster = RosterDraw.of(planned, seed, (seed % 5) / 4.0);
      } catch (NoRosterException reason) {
        assertThat(reason.vietnamese()).isNotBlank();
        continue;
      }
      drawn++;
      assertThat(RosterCheck.violations(planned, roster.duties())).as("seed %d", seed).isEmpty();
      requireFrequencies(planned, roster, seed);
    }
    assertThat(drawn).isGreaterThan(1000);
  }

  private static void requireFrequencies(PlannedAreas planned, DrawnRoster roster, long seed) {
    Map<String, int[]> times = new HashMap<>();
    for (Assignment duty : roster.duties()) {
      times
          .computeIfAbsent(duty.area(), id -> new int[planned.shifts().size()])[duty.shift() - 1]++;
    }
    for (PatrolArea area : planned.areas()) {
      for (int shift = 0; shift < planned.shifts().size(); shift++) {
        double computed = roster.coverage().get(area.id())[shift] * planned.days();
        int count = times.getOrDefault(area.id(), new int[planned.shifts().size()])[shift];
        assertThat((double) count)
            .as("seed %d, %s, shift %d", seed, area.id(), shift)
            .isBetween(Math.floor(computed - 1e-4), Math.ceil(computed + 1e-4));
      }
    }
  }

  @Test
  void frequenciesAreThoseComputedOnAverageOverSeeds() {
    PlannedAreas planned = PlannedAreasExamples.small();
    int seeds = 1500;
    Map<String, double[]> computed = new HashMap<>();
    Map<String, double[]> seen = new HashMap<>();
    for (int seed = 0; seed < seeds; seed++) {
      DrawnRoster roster = draw(planned, seed, 1);
      roster.coverage().forEach((id, shares) -> add(computed, id, shares));
      roster.worth().coverage().forEach((id, shares) -> add(seen, id, shares));
    }
    computed.forEach(
        (id, sums) -> {
          for (int shift = 0; shift < sums.length; shift++) {
            assertThat(seen.get(id)[shift] / seeds).isCloseTo(sums[shift] / seeds, within(0.01));
          }
        });
  }

  private static void add(Map<String, double[]> sums, String id, double[] shares) {
    double[] sum = sums.computeIfAbsent(id, any -> new double[shares.length]);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += shares[i];
    }
  }

  @Test
  void cautionCostsWhatIsExpectedAndWinsAgainstWhoeverWatches() {
    PlannedAreas planned = PlannedAreasExamples.small();
    DrawnRoster careless = draw(planned, 4711, 0);
    DrawnRoster careful = draw(planned, 4711, 1);
    assertThat(careful.value()).isLessThan(careless.value());
    assertThat(careful.value()).isLessThanOrEqualTo(careful.fixedValue());
    assertThat(careful.worth().expected()).isLessThanOrEqualTo(careless.worth().expected());
    assertThat(careful.worstCase()).isGreaterThanOrEqualTo(careful.value() - 1e-6);
    assertThat(careful.moves()).isNotEmpty();
    assertThat(careful.moves().get(0).after()).isGreaterThan(careful.moves().get(0).before());
  }

  @Test
  void theSameSeedGivesTheSameRosterAndAnotherAnother() {
    PlannedAreas planned = PlannedAreasExamples.small();
    assertThat(draw(planned, 5, 0.5).duties()).isEqualTo(draw(planned, 5, 0.5).duties());
    assertThat(draw(planned, 5, 0.5).duties()).isNotEqualTo(draw(planned, 6, 0.5).duties());
  }

  /** Against a coverage that is put together by hand and by the definition alone. */
  @Test
  void worthIsWhatTheDefinitionSays() {
    PlannedAreas planned = PlannedAreasExamples.small();
    String first = planned.areas().get(0).id();
    List<Assignment> duties = new ArrayList<>();
    for (int day = 1; day <= 7; day++) {
      duties.add(new Assignment(day, 2, "A/1", first));
    }
    RosterWorth worth = RosterWorth.of(planned, duties);
    double onSite = 8 - 40 / 60.0;
    double stops = 1 - Math.pow(0.5, onSite / 8 * 5000 / 4000);
    assertThat(worth.expected()).isCloseTo(7 * 10 * stops, within(1e-9));
    assertThat(worth.low()).isCloseTo(7 * 7 * stops, within(1e-9));
    assertThat(worth.evader()).isCloseTo(Math.max(10 * (1 - stops / 2), 12), within(1e-9));
    assertThat(worth.coverage().get(first)).containsExactly(new double[] {0, 0.5}, within(1e-9));
  }

  @Test
  void theCheckFindsEachThingThatCannotBeDone() {
    PlannedAreas planned = PlannedAreasExamples.small();
    String near = planned.areas().get(0).id();
    String far = planned.areas().get(3).id();
    assertThat(reasons(planned, new Assignment(1, 1, "A/1", far)))
        .contains("out of the post's reach");
    assertThat(reasons(planned, new Assignment(1, 3, "A/1", near))).contains("no shift 3");
    assertThat(reasons(planned, new Assignment(15, 1, "A/1", near)))
        .contains("outside of the plan");
    assertThat(reasons(planned, new Assignment(1, 1, "X/1", near))).contains("no team X/1");
    assertThat(reasons(planned, new Assignment(1, 1, "A/1", "x"))).contains("no area x");
    assertThat(
            reasons(planned, new Assignment(1, 2, "A/1", near), new Assignment(2, 1, "A/1", near)))
        .contains("rests 4 hours");
    assertThat(reasons(planned, new Assignment(1, 1, "B/1", far), new Assignment(1, 1, "B/2", far)))
        .contains("another team");
    Assignment[] six = new Assignment[6];
    for (int i = 0; i < 6; i++) {
      six[i] = new Assignment(i + 1, 1, "A/1", near);
    }
    assertThat(reasons(planned, six)).contains("6 duties in seven days");
  }

  private static String reasons(PlannedAreas planned, Assignment... duties) {
    return RosterCheck.violations(planned, List.of(duties)).toString();
  }

  private static DrawnRoster draw(PlannedAreas planned, long seed, double caution) {
    try {
      return RosterDraw.of(planned, seed, caution);
    } catch (NoRosterException reason) {
      throw new AssertionError(reason);
    }
  }
}
