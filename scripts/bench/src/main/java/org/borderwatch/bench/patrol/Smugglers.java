package org.borderwatch.bench.patrol;

/**
 * Where and when groups cross, given what they have seen of patrols.
 *
 * <p>Each group has a crossing and shift where it would go by habit. A part never changes. The
 * others see how likely one was met at each area and shift on the days before (exponentially
 * weighted, {@code halfLifeDays}) and choose by quantal response (McKelvey and Palfrey 1995): the
 * odds of another crossing or shift are those of habit times {@code exp(-rationality x risk)}.
 * Habit is a reversible kernel, {@code share x exp(-km / reach)}, less for another shift: so that
 * without patrols, or without rationality, everybody crosses as in the scenario, and the number who
 * cross is the same whatever patrols do.
 */
final class Smugglers {
  private static final double MOST_MOBILE = 0.95;

  /**
   * How they adapt.
   *
   * @param rationality how strongly risk counts: odds fall by {@code exp(rationality x risk)}
   * @param halfLifeDays after which what was seen counts half
   * @param adapting share of groups that adapt at all
   * @param reachKm along the border after which changing over is e times less usual
   * @param otherShift how usual another shift is beside the own one
   */
  record Habits(
      double rationality,
      double halfLifeDays,
      double adapting,
      double reachKm,
      double otherShift) {}

  private final Ground ground;
  private final Habits habits;
  private final double[][] kernel;
  private final double[][] risk;

  Smugglers(Ground ground, Habits habits) {
    this(ground, habits, kernel(ground, habits));
  }

  private Smugglers(Ground ground, Habits habits, double[][] kernel) {
    this.ground = ground;
    this.habits = habits;
    this.kernel = kernel;
    this.risk = new double[ground.areas()][ground.shifts()];
  }

  /** The same people before they have seen anything. */
  Smugglers fresh() {
    return new Smugglers(ground, habits, kernel);
  }

  private static double[][] kernel(Ground ground, Habits habits) {
    int shifts = ground.shifts();
    double[] share = ground.share();
    double[][] kernel = new double[share.length][share.length];
    double mobile = 0;
    for (int from = 0; from < share.length; from++) {
      double sum = 0;
      for (int to = 0; to < share.length; to++) {
        double apart = Math.abs(ground.km()[from / shifts] - ground.km()[to / shifts]);
        double usual = from % shifts == to % shifts ? 1 : habits.otherShift();
        kernel[from][to] = from == to ? 0 : share[to] * usual * Math.exp(-apart / habits.reachKm());
        sum += kernel[from][to];
      }
      mobile = Math.max(mobile, sum);
    }
    for (int from = 0; from < share.length; from++) {
      double sum = 0;
      for (int to = 0; to < share.length; to++) {
        kernel[from][to] *= MOST_MOBILE / mobile;
        sum += kernel[from][to];
      }
      kernel[from][from] = 1 - sum;
    }
    return kernel;
  }

  /** Groups by area and shift on a day on which so many cross in all. */
  double[][] flows(double groups) {
    int shifts = ground.shifts();
    double[] share = ground.share();
    double[] odds = new double[share.length];
    for (int at = 0; at < odds.length; at++) {
      odds[at] = Math.exp(-habits.rationality() * risk[ground.areaOf()[at / shifts]][at % shifts]);
    }
    double[] going = new double[share.length];
    for (int from = 0; from < share.length; from++) {
      double sum = 0;
      double[] row = kernel[from];
      for (int to = 0; to < row.length; to++) {
        sum += row[to] * odds[to];
      }
      double adapting = habits.adapting() * share[from] / sum;
      for (int to = 0; to < row.length; to++) {
        going[to] += adapting * row[to] * odds[to];
      }
      going[from] += (1 - habits.adapting()) * share[from];
    }
    double[][] flows = new double[ground.areas()][shifts];
    for (int at = 0; at < going.length; at++) {
      flows[ground.areaOf()[at / shifts]][at % shifts] += groups * going[at];
    }
    return flows;
  }

  /** They see how likely one was met today, by area and shift. */
  void watch(double[][] met) {
    double kept = Math.pow(0.5, 1 / habits.halfLifeDays());
    for (int area = 0; area < met.length; area++) {
      for (int shift = 0; shift < met[area].length; shift++) {
        risk[area][shift] = kept * risk[area][shift] + (1 - kept) * met[area][shift];
      }
    }
  }
}
