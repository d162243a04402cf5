package org.borderwatch.bench.patrol;

/**
 * What patrols of the year before met, in expectation, and how much they looked: by month, weekday,
 * area and shift.
 *
 * @param met groups that patrols are expected to have met
 * @param looked shifts of a whole area that were looked at, each times the chance to meet
 * @param reported groups that are expected to have been reported, by month, area and shift
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record History(double[][][][] met, double[][][][] looked, double[][][] reported) {
  static final int MONTHS = 12;

  static History empty(int areas, int shifts) {
    return new History(
        new double[MONTHS][Ground.WEEK][areas][shifts],
        new double[MONTHS][Ground.WEEK][areas][shifts],
        new double[MONTHS][areas][shifts]);
  }
}
