package org.borderwatch.server.study;

import org.borderwatch.server.detection.DatedPeriod;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionView;

/**
 * About how large the study of a question will be, from above: told before anything is counted, so
 * that no more studies run at once than memory has room for.
 *
 * @param borderKm length of its stretches
 * @param cells of its area
 * @param nearCells cells that are looked at for effort
 * @param steps of time, at least one
 * @param detections that fit the filter
 */
public record StudySize(double borderKm, long cells, long nearCells, int steps, long detections) {
  private static final double MARGIN = 1.3;

  /** Cells further inland than the belt: as many again as it has, and these. */
  private static final long FAR_CELLS = 500;

  private static final long BASE_BYTES = 24_000_000;
  private static final long BYTES_A_CELL = 2_000;
  private static final long BYTES_A_BIN = 400;
  private static final long BYTES_A_NEAR_CELL = 150;
  private static final long BYTES_A_NEAR_BIN = 72;

  /** The size of the study of {@code question}. Some milliseconds with ten million detections. */
  public static StudySize of(StudyQuestion question, StudySources sources) {
    DetectionView view = sources.detections().get();
    DetectionFilter filter = view.decide(question.filter());
    double km =
        new StudyStretches(sources.layers().border(), sources.stretches().get())
            .mostKm(filter, view);
    int steps = question.steps().map(one -> steps(one, filter, view)).orElse(1);
    long belt =
        cells(question, km * 1000 * (question.depthMetres() + question.grid().cellMetres()));
    long detections = view.totals(filter).detections();
    long far = Math.min(belt + FAR_CELLS, detections);
    double reach = StudyCells.EFFORT_REACH_METRES;
    long near = cells(question, 2 * (1.25 * reach) * (km * 1000 + 2 * reach));
    return new StudySize(km, Math.min(StudyLimits.MOST_CELLS, belt + far), near, steps, detections);
  }

  private static long cells(StudyQuestion question, double squareMetres) {
    return (long) Math.ceil(MARGIN * squareMetres / question.grid().area());
  }

  private static int steps(StudyQuestion.Steps steps, DetectionFilter filter, DetectionView view) {
    double all = DatedPeriod.of(filter, view).days() / steps.step().days() + 2;
    return (int)
        Math.min(StudyLimits.MOST_BINS, Math.min(all, steps.count().orElse(Integer.MAX_VALUE)));
  }

  /** What the study and a document about it hold in memory at most. */
  public long bytes() {
    return BASE_BYTES
        + cells * BYTES_A_CELL
        + Math.min(StudyLimits.MOST_BINS, cells * steps) * BYTES_A_BIN
        + nearCells * BYTES_A_NEAR_CELL
        + Math.min(StudyLimits.MOST_BINS, nearCells * steps) * BYTES_A_NEAR_BIN;
  }
}
