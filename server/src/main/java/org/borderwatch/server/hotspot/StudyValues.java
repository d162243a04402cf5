package org.borderwatch.server.hotspot;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.effort.EffortCounts;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.Study;

/**
 * What is scored of each cell and step of a study: counts, or rates per {@value #PER_HOURS} patrol
 * hours. With effort only what patrols and sensors saw counts; rates are smoothed among the cells
 * of one step. What belongs to cell {@code i} and step {@code t} stands at {@code i * steps + t}.
 *
 * @param values counts or rates; NaN where nobody looked
 * @param exposure patrol hours and their equivalents, also where values are counts
 * @param leftOutReports events that came to be known by reports, when they don't count
 * @param leftOutHandovers likewise by handovers
 * @param leftOutUnwatched events of patrols and sensors where there are no hours
 */
record StudyValues(
    double[] values,
    Exposure exposure,
    long leftOutReports,
    long leftOutHandovers,
    long leftOutUnwatched) {
  static final double PER_HOURS = 100;
  static final Set<Source> WATCHED = EnumSet.of(Source.PATROL, Source.SENSOR);
  static final Set<Source> ALL = EnumSet.allOf(Source.class);

  /**
   * The values of a study.
   *
   * @throws org.borderwatch.server.http.ApiException when effort is asked for and there is none
   */
  static StudyValues of(Study study, Weight weight, ExposureKind kind, Smoothing smoothing) {
    Exposure exposure = exposure(study);
    if (kind == ExposureKind.NONE) {
      return new StudyValues(study.counts().bySteps(weight, ALL), exposure, 0, 0, 0);
    }
    if (!study.hasEffort()) {
      throw Refusal.of(
          "exposure",
          "Chưa có công tuần tra nào (loại dữ liệu này); hãy nhập tuyến tuần tra hoặc ca cảm biến, hoặc chọn exposure none.",
          "There is no effort of this kind of data; import patrol tracks or sensor watches, or choose exposure none.");
    }
    double[] events = study.counts().bySteps(weight, WATCHED);
    double[] seen = study.counts().bySteps(Weight.DETECTIONS, WATCHED);
    double unwatched = 0;
    for (int i = 0; i < events.length; i++) {
      unwatched += exposure.hours()[i] > 0 ? 0 : seen[i];
    }
    return new StudyValues(
        rates(events, exposure.hours(), study.steps(), smoothing),
        exposure,
        Math.round(study.counts().total(Weight.DETECTIONS, EnumSet.of(Source.REPORT))),
        Math.round(study.counts().total(Weight.DETECTIONS, EnumSet.of(Source.HANDOVER))),
        Math.round(unwatched));
  }

  private static Exposure exposure(Study study) {
    EffortCounts effort = study.effort();
    return Exposure.of(
        study.counts().bySteps(Weight.DETECTIONS, EnumSet.of(Source.PATROL)),
        effort.patrolHours(),
        study.counts().bySteps(Weight.DETECTIONS, EnumSet.of(Source.SENSOR)),
        effort.sensorHours());
  }

  private static double[] rates(double[] events, double[] hours, int steps, Smoothing smoothing) {
    double[] rates = new double[events.length];
    for (int step = 0; step < steps; step++) {
      double[] smoothed = smoothing.rates(column(events, step, steps), column(hours, step, steps));
      for (int cell = 0; cell < smoothed.length; cell++) {
        rates[cell * steps + step] = PER_HOURS * smoothed[cell];
      }
    }
    return rates;
  }

  /** The numbers of one step. */
  static double[] column(double[] bySteps, int step, int steps) {
    double[] column = new double[bySteps.length / steps];
    for (int cell = 0; cell < column.length; cell++) {
      column[cell] = bySteps[cell * steps + step];
    }
    return column;
  }

  /** The numbers of one cell, step by step. */
  static double[] row(double[] bySteps, int cell, int steps) {
    return Arrays.copyOfRange(bySteps, cell * steps, (cell + 1) * steps);
  }
}
