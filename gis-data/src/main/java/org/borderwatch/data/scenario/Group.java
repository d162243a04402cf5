package org.borderwatch.data.scenario;

import java.util.List;
import java.util.Map;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Source;

/**
 * The people of one crossing, whoever sees them: counts and the province they come from.
 *
 * @param women adult women among them
 * @param origin ISO 3166-2 code of a province
 */
record Group(int persons, int women, int children, Direction direction, String origin) {
  private static final GroupSizes SIZES = new GroupSizes();

  /** Mostly the far south and the poor north, as the reports say; the weights are made up. */
  private static final Weighted<String> ORIGINS =
      new Weighted<>(
          List.of(
              "VN-44", "VN-45", "VN-CT", "VN-52", "VN-73", "VN-47", "VN-59", "VN-55", "VN-37",
              "VN-51", "VN-49", "VN-22", "VN-21", "VN-23", "VN-09", "VN-04", "VN-54", "VN-69",
              "VN-03", "VN-05", "VN-71", "VN-02", "VN-53", "VN-06", "VN-33", "VN-30"),
          9,
          7,
          6,
          6,
          4,
          5,
          5,
          4,
          3,
          3,
          2,
          8,
          6,
          3,
          9,
          6,
          5,
          3,
          5,
          4,
          4,
          3,
          2,
          3,
          2,
          2);

  /** The share of groups that come from each province. */
  static Map<String, Double> origins() {
    return ORIGINS.shares();
  }

  static Group of(long seed, long crossing, int day, Source seenBy) {
    Draws draws = Draws.of(seed, Draws.Link.GROUPS, crossing);
    int persons = SIZES.persons(draws);
    String origin = ORIGINS.pick(draws);
    boolean entry = draws.chance(Season.entryShare(day));
    // Whoever is handed over by the other side had left before.
    Direction direction = entry && seenBy != Source.HANDOVER ? Direction.ENTRY : Direction.EXIT;
    int children = draws.binomial(persons, 0.07);
    int women = draws.binomial(persons - children, 0.46);
    return new Group(persons, women, children, direction, origin);
  }
}
