package org.borderwatch.server.effort;

import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.geo.PlaneCells;
import org.borderwatch.server.geo.UtmZone;

/** One consistent version of all effort, counted from memory. Immutable, hence thread-safe. */
public interface EffortSource {
  /** Changes when the stored effort changes. */
  String version();

  /** Whether there is any effort of that kind. */
  boolean hasAny(boolean synthetic);

  /**
   * Hours and kilometres by cell. A track is cut where it leaves a cell; a sensor's hours are
   * shared among the cells that its circle covers, by area. Cells have to be convex: a piece of a
   * track with both ends in one cell is taken to lie in it. Exact to a centimetre where a track
   * crosses a side, to about a hundredth of the circle for sensors; hours in all cells and outside
   * of them add up to all hours.
   *
   * @param zone plane of {@code cells}
   * @param stepBounds seconds since 1970 at which the steps begin, rising, and last the end of the
   *     last one
   */
  EffortCounts byCells(
      EffortFilter filter, PlaneCells cells, UtmZone zone, long[] stepBounds, Crew crew);

  /**
   * Hours and kilometres by section {@code floor(km * 1000 / sectionMetres)} of the line with
   * {@code with}, where each piece of a track counts at the kilometre nearest to it.
   *
   * @param firstSection number of the first
   */
  EffortCounts bySections(
      EffortFilter filter,
      Neighbour with,
      double sectionMetres,
      int firstSection,
      int sections,
      long[] stepBounds,
      Crew crew);

  /**
   * Hours and kilometres by the station that patrols and sensors belong to, wherever they were. A
   * piece of a track that reaches over a step is shared by time.
   *
   * @param stepBounds as above
   */
  StationEffort byStations(EffortFilter filter, long[] stepBounds);
}
