package org.borderwatch.server.hotspot;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.borderwatch.server.hotspot.scan.ScanSettings;
import org.borderwatch.server.hotspot.scan.ScanStatistic;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.CalendarStep;
import org.borderwatch.server.study.StudyInputs;

/**
 * What is searched, as it was asked for.
 *
 * @param statistic empty: left to the data
 * @param maxShare of all expected cases in a circle
 * @param maxRadiusMetres empty: left to the data
 * @param maxDuration of a window; empty: half of the study
 * @param maxSteps the same as a number of steps, where times are numbers
 * @param replicates of the Monte Carlo test
 * @param seed of its chance
 */
record ScanOptions(
    Optional<ScanStatistic> statistic,
    double maxShare,
    OptionalDouble maxRadiusMetres,
    Optional<CalendarStep> maxDuration,
    OptionalInt maxSteps,
    int replicates,
    long seed) {
  private static final double MOST_METRES = 1e7;
  private static final int MOST_STEPS = 10_000;
  private static final double LEAST_SHARE = 1e-6;

  static ScanOptions of(ProcessInputs inputs) {
    boolean number = inputs.has("maxDuration") && inputs.isNumber("maxDuration");
    return new ScanOptions(
        inputs.word("statistic", ScanStatistic.class),
        inputs.number("maxPopulationShare", LEAST_SHARE, 1).orElse(0.5),
        inputs.number("maxRadiusMetres", 0, MOST_METRES),
        number ? Optional.empty() : StudyInputs.step(inputs, "maxDuration"),
        number ? inputs.whole("maxDuration", 1, MOST_STEPS) : OptionalInt.empty(),
        inputs.whole("replicates", 0, ScanSettings.MOST_REPLICATES).orElse(999),
        inputs.wholeLong("seed", Long.MIN_VALUE / 2, Long.MAX_VALUE / 2).orElse(StudyInputs.SEED));
  }

  /** The settings for steps of about so many days (0 when times are numbers). */
  ScanSettings settings(
      ScanStatistic chosen, double usualRadiusMetres, double stepDays, int circles) {
    int steps = maxSteps.orElse(0);
    if (maxDuration.isPresent()) {
      double wanted = stepDays > 0 ? maxDuration.get().days() / stepDays : amount();
      steps = Math.max(1, (int) Math.round(wanted));
    }
    return ScanSettings.of(chosen)
        .within(maxShare, maxRadiusMetres.orElse(usualRadiusMetres), steps)
        .replicates(replicates, seed)
        .circles(circles);
  }

  /** Where times are numbers, a duration's own number is meant, whatever its unit. */
  private int amount() {
    return maxDuration
        .map(step -> step.period())
        .map(
            period ->
                period.getDays() > 0
                    ? period.getDays()
                    : period.getMonths() > 0 ? (int) period.toTotalMonths() : period.getYears())
        .orElse(0);
  }
}
