package org.borderwatch.server.patrol.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which teams of which post are on duty in which shift on each day: every team repeats one of the
 * {@link TurnPatterns}, begun on a day that is drawn.
 *
 * @param shiftOf by post, team and day: number of the shift, or 0 for rest
 * @param shifts how many shifts there are
 */
record TeamTurns(int[][][] shiftOf, int shifts) {

  /**
   * Draws them.
   *
   * @param teams by post
   * @param weeks the patterns
   * @param shares by post and pattern: how many teams repeat it, in expectation
   */
  static TeamTurns draw(
      int[] teams,
      List<int[]> weeks,
      double[][] shares,
      int shifts,
      int days,
      SplittableRandom random) {
    int[][][] shiftOf = new int[teams.length][][];
    for (int post = 0; post < teams.length; post++) {
      List<Integer> patterns = patterns(shares[post], teams[post], random);
      shiftOf[post] = new int[teams[post]][days];
      int[] order = SlotDraw.shuffled(teams[post], random);
      int begin = random.nextInt(TurnPatterns.WEEK);
      for (int i = 0; i < teams[post]; i++) {
        int[] week = weeks.get(patterns.get(i));
        // Teams of a post begin at even distances, so that about as many are on duty every day.
        int phase = begin + i * TurnPatterns.WEEK / teams[post];
        for (int day = 0; day < days; day++) {
          shiftOf[post][order[i]][day] = week[(day + phase) % TurnPatterns.WEEK];
        }
      }
    }
    return new TeamTurns(shiftOf, shifts);
  }

  /** As many patterns as teams, each as often as its share says, rounded by chance. */
  private static List<Integer> patterns(double[] shares, int teams, SplittableRandom random) {
    List<Integer> drawn = new ArrayList<>();
    double mark = random.nextDouble();
    double sum = 0;
    for (int pattern = 0; pattern < shares.length; pattern++) {
      sum += shares[pattern];
      while (drawn.size() < teams && mark <= sum) {
        drawn.add(pattern);
        mark++;
      }
    }
    while (drawn.size() < teams) {
      drawn.add(shares.length - 1);
    }
    return drawn;
  }

  int posts() {
    return shiftOf.length;
  }

  int days(int post) {
    return shiftOf[post].length == 0 ? 0 : shiftOf[post][0].length;
  }

  /** How many teams of a post are on duty in a shift, by number, on a day from 0. */
  int onDuty(int post, int shift, int day) {
    int count = 0;
    for (int[] team : shiftOf[post]) {
      count += team[day] == shift ? 1 : 0;
    }
    return count;
  }
}
