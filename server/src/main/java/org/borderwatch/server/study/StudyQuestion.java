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
   */
  public record Steps(CalendarStep step, Optional<Integer> count) {}
}
