package org.borderwatch.server.patrol.area;

/**
 * On what terms teams are on duty, and how likely they then meet who crosses.
 *
 * <p>Who searches at random finds with probability {@code 1 - exp(-effort / extent)} (Koopman 1946,
 * Search and Screening): a team that has a whole shift for {@code areaMetres} of border meets a
 * crossing with probability {@code detection}; half the time, or twice the length, is the same
 * effort spread thinner.
 *
 * @param hours of a duty, the ways there and back among them
 * @param restHours between the end of one duty and the begin of the next, at least
 * @param dutiesPerWeek of one team in any seven days, at most
 * @param reachMinutes from the post to the area, at most
 * @param detection probability above 0 and below 1
 * @param areaMetres length of border for which {@code detection} holds
 */
public record DutyTerms(
    double hours,
    double restHours,
    int dutiesPerWeek,
    double reachMinutes,
    double detection,
    double areaMetres) {
  public DutyTerms {
    if (!(hours > 0 && restHours >= 0 && dutiesPerWeek >= 1 && dutiesPerWeek <= 7)) {
      throw new IllegalArgumentException(
          hours + " h, rest " + restHours + " h, " + dutiesPerWeek + " duties a week");
    }
    if (!(detection > 0 && detection < 1 && areaMetres > 0 && reachMinutes >= 0)) {
      throw new IllegalArgumentException(
          "detection " + detection + " on " + areaMetres + " m, reach " + reachMinutes + " min");
    }
  }

  /** Hours that remain in an area after the ways there and back; 0 where none do. */
  public double onSiteHours(double reachMinutesOneWay) {
    return Math.max(0, hours - 2 * reachMinutesOneWay / 60);
  }

  /**
   * The effort {@code a} of a team that has {@code onSiteHours} for {@code lengthMetres}: it meets
   * a crossing with probability {@code 1 - exp(-a)}, and efforts of several teams add up.
   */
  public double effort(double onSiteHours, double lengthMetres) {
    return -Math.log1p(-detection) * (onSiteHours / hours) * (areaMetres / lengthMetres);
  }

  /** The probability that goes with {@link #effort}. */
  public double meets(double onSiteHours, double lengthMetres) {
    return -Math.expm1(-effort(onSiteHours, lengthMetres));
  }
}
