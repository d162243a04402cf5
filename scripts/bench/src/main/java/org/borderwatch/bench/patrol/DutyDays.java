package org.borderwatch.bench.patrol;

/**
 * On which days of each week a team is on duty where a strategy doesn't say so itself: so many in a
 * row, those of different teams shifted against each other, so that about as many are on duty every
 * day.
 */
record DutyDays(int teams, int dutiesPerWeek) {
  boolean isOn(int team, int day) {
    return sinceFirst(team, day) < dutiesPerWeek;
  }

  /** Whether the days before were days of rest. */
  boolean isFirst(int team, int day) {
    return sinceFirst(team, day) == 0;
  }

  /** Number of the run of duties that a day belongs to; a rest lies between two. */
  int block(int team, int week, int day) {
    return (week * Ground.WEEK + day + phase(team)) / Ground.WEEK;
  }

  private int sinceFirst(int team, int day) {
    return (day + phase(team)) % Ground.WEEK;
  }

  private int phase(int team) {
    return team * Ground.WEEK / teams;
  }
}
