package org.borderwatch.server.study;

import java.util.Optional;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.grid.PlaneGrid;

/**
 * What an analysis of the store is about.
 *
 * @param filter which detections
 * @param grid cells
 * @param depthMetres how far from the line into Viet Nam a cell belongs to the study whatever was
 *     seen there
 * @param steps how time is cut; empty: the whole period is one step
 */
public record StudyQuestion(
    DetectionFilter filter, PlaneGrid grid, double depthMetres, Optional<Steps> steps) {
  public static final double DEFAULT_DEPTH_METRES = 5000;

  /**
   * Steps of time.
   *
   * @param step how long each is
   * @param count how many at most, the last ones; empty: all
   * @param cut whether they are the calendar's own and the first and last may be cut by the period;
   *     otherwise all are whole, and the period shrinks to them
   */
  public record Steps(CalendarStep step, Optional<Integer> count, boolean cut) {
    /** Whole steps, for comparing one with another. */
    public static Steps whole(CalendarStep step, Optional<Integer> count) {
      return new Steps(step, count, false);
    }

    /** The calendar's steps over all of the period, for showing. */
    public static Steps calendar(CalendarStep step) {
      return new Steps(step, Optional.empty(), true);
    }
  }
}
