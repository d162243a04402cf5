package org.borderwatch.server.patrol.forecast;

import java.time.LocalDate;

/**
 * How well the forecast and the plain baseline, both made of the first part of the period alone,
 * foretold the last part.
 *
 * <p>Nobody knows who crossed unseen, so the truth held out is what patrols met where they looked:
 *
 * <ul>
 *   <li>{@code pai}: of the flow (detections a patrol hour times length) of all bins that were
 *       looked at long enough in the tested part, how many times its share of the length do the
 *       best {@code share} of the border hold? Detections over hours are an unbiased estimate of
 *       what could be met there, whoever chose where to look.
 *   <li>{@code paiReports}: the same for reports, about whose place no patrol decides; NaN without.
 *   <li>{@code deviance}: mean Poisson deviance of detections of patrols by section x shift. The
 *       model is told how many hours were walked there, the baseline foretells what it always saw a
 *       day.
 *   <li>{@code intervalHolds}: the share of those counts within the model's 90 % interval for a new
 *       count (negative binomial); counts are whole, so a little more than 0.9 is expected.
 * </ul>
 *
 * @param trainedFrom first day learnt from
 * @param trainedTo last day learnt from, included
 * @param testedFrom first day held out
 * @param testedTo last day held out, included
 * @param share of the length that PAI is about
 * @param units sections x shifts that were looked at in the tested part
 * @param halfLifeDays after which an event and an hour count half as much; infinite: all alike.
 *     Chosen within the trained part
 */
public record Backtested(
    LocalDate trainedFrom,
    LocalDate trainedTo,
    LocalDate testedFrom,
    LocalDate testedTo,
    double share,
    Both pai,
    Both paiReports,
    Both deviance,
    double intervalHolds,
    int units,
    double halfLifeDays) {
  /** A number of the model, and the same of the plain baseline. */
  public record Both(double model, double plain) {}
}
