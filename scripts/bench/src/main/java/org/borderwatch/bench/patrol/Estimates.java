package org.borderwatch.bench.patrol;

/**
 * What a planner believes of how many cross at each place a day, from what was met there: with
 * effort (people met over the chance to meet them; a gamma prior of so many days of watching), or
 * plainly (people met a day, whoever looked). Older days count less.
 */
final class Estimates {
  private static final double WEEK_KEEPS = 0.9;
  private static final double PRIOR_DAYS = 3;

  private final double[] prior;
  private final double[] met;
  private final double[] chance;
  private final boolean withEffort;
  private double days = 28;

  /**
   * Begins with what history says.
   *
   * @param prior people a day by place
   */
  Estimates(double[] prior, boolean withEffort) {
    this.prior = prior;
    this.withEffort = withEffort;
    this.met = new double[prior.length];
    this.chance = new double[prior.length];
    for (int i = 0; i < met.length && !withEffort; i++) {
      met[i] = days * prior[i];
    }
  }

  void see(int place, double people, double chanceToMeet) {
    met[place] += people;
    chance[place] += chanceToMeet;
  }

  void endDay() {
    days++;
  }

  void endWeek() {
    days *= WEEK_KEEPS;
    for (int i = 0; i < met.length; i++) {
      met[i] *= WEEK_KEEPS;
      chance[i] *= WEEK_KEEPS;
    }
  }

  double[] now() {
    double[] now = new double[prior.length];
    for (int i = 0; i < now.length; i++) {
      now[i] =
          withEffort ? (met[i] + PRIOR_DAYS * prior[i]) / (chance[i] + PRIOR_DAYS) : met[i] / days;
    }
    return now;
  }
}
