package org.borderwatch.server.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.effort.EffortCounts;
import org.borderwatch.server.effort.EffortFilter;
import org.borderwatch.server.effort.EffortSource;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.grid.BorderBelt;
import org.borderwatch.server.grid.BorderBelt.TooManyCellsException;
import org.borderwatch.server.grid.CellNumbers;
import org.borderwatch.server.grid.PlaneGrid;
import org.borderwatch.server.grid.StudyArea;

/**
 * The cells of a study while they are chosen: each whose middle lies in Viet Nam near enough to the
 * stretches of border that it is about, and each other with a detection, or with effort within
 * {@value #EFFORT_REACH_METRES} m of those stretches. All but those with a detection have their
 * middle in the filter's box, where there is one. One thread's.
 */
final class StudyCells {
  /** Patrols further from the line than this are on their way. */
  static final double EFFORT_REACH_METRES = 20_000;

  private static final UtmZone ZONE = UtmZone.VIET_NAM;

  private final BorderBelt belt;
  private final List<Stretch> stretches;
  private final PlaneGrid grid;
  private final Optional<LonLatBox> bbox;
  private final CellNumbers cells = new CellNumbers();

  StudyCells(
      ReferenceLayers layers, List<Stretch> stretches, PlaneGrid grid, Optional<LonLatBox> bbox) {
    this.belt = new BorderBelt(layers.border(), layers.locator());
    this.stretches = stretches;
    this.grid = grid;
    this.bbox = bbox;
  }

  int size() {
    return cells.size();
  }

  /** Adds the cells in Viet Nam that are near enough. */
  void addBelt(double depthMetres) {
    try {
      CellNumbers inside = belt.inside(grid, ZONE, stretches, depthMetres, StudyLimits.MOST_CELLS);
      for (int i = 0; i < inside.size(); i++) {
        if (isInBox(inside.key(i))) {
          cells.add(inside.key(i));
        }
      }
    } catch (TooManyCellsException tooMany) {
      throw StudyLimits.tooManyCells(grid.cellMetres());
    }
  }

  void addAll(CellNumbers others) {
    for (int i = 0; i < others.size(); i++) {
      cells.add(others.key(i));
    }
  }

  /** Adds the cells with effort. Returns the effort of all cells as they are numbered then. */
  EffortCounts addEffort(EffortSource effort, EffortFilter filter, long[] bounds, Crew crew) {
    CellNumbers candidates = candidates();
    addAllOf(candidates, cells);
    StudyArea wide = new StudyArea(grid, ZONE, candidates);
    boolean atOnce = (long) wide.size() * (bounds.length - 1) <= StudyLimits.MOST_BINS;
    long[] steps = atOnce ? bounds : new long[] {bounds[0], bounds[bounds.length - 1]};
    EffortCounts counts = effort.byCells(filter, wide, ZONE, steps, crew);
    for (int cell = 0; cell < wide.size(); cell++) {
      long key = wide.key(cell);
      if (cells.find(key) < 0
          && isWatched(counts, cell)
          && isInBox(key)
          && BorderBelt.isAlong(stretches, belt.position(grid, ZONE, key))) {
        cells.add(key);
      }
    }
    StudyArea area = area();
    return atOnce ? select(counts, wide, area) : effort.byCells(filter, area, ZONE, bounds, crew);
  }

  private CellNumbers candidates() {
    try {
      return belt.near(grid, ZONE, stretches, EFFORT_REACH_METRES, 20 * StudyLimits.MOST_CELLS);
    } catch (TooManyCellsException tooMany) {
      throw StudyLimits.tooManyCells(grid.cellMetres());
    }
  }

  private static void addAllOf(CellNumbers all, CellNumbers others) {
    for (int i = 0; i < others.size(); i++) {
      all.add(others.key(i));
    }
  }

  private static boolean isWatched(EffortCounts counts, int cell) {
    for (int i = cell * counts.steps(); i < (cell + 1) * counts.steps(); i++) {
      if (counts.patrolHours()[i] + counts.sensorHours()[i] > 0) {
        return true;
      }
    }
    return false;
  }

  private static EffortCounts select(EffortCounts counts, StudyArea from, StudyArea to) {
    int steps = counts.steps();
    EffortCounts selected = EffortCounts.none(to.size(), steps);
    for (int cell = 0; cell < to.size(); cell++) {
      int at = from.find(to.key(cell)) * steps;
      System.arraycopy(counts.patrolHours(), at, selected.patrolHours(), cell * steps, steps);
      System.arraycopy(counts.patrolKm(), at, selected.patrolKm(), cell * steps, steps);
      System.arraycopy(counts.sensorHours(), at, selected.sensorHours(), cell * steps, steps);
    }
    return selected;
  }

  private boolean isInBox(long key) {
    if (bbox.isEmpty()) {
      return true;
    }
    UtmZone.Degrees middle = ZONE.degrees(grid.middleX(key), grid.middleY(key));
    LonLatBox box = bbox.get();
    return middle.lon() >= box.minLon()
        && middle.lon() <= box.maxLon()
        && middle.lat() >= box.minLat()
        && middle.lat() <= box.maxLat();
  }

  /** The cells as they are now. */
  StudyArea area() {
    if (cells.size() > StudyLimits.MOST_CELLS) {
      throw StudyLimits.tooManyCells(grid.cellMetres());
    }
    return new StudyArea(grid, ZONE, cells);
  }

  /** Where the middles of the cells lie along the border. */
  List<BorderPosition> positions(StudyArea area) {
    List<BorderPosition> positions = new ArrayList<>(area.size());
    for (int cell = 0; cell < area.size(); cell++) {
      positions.add(belt.position(grid, ZONE, area.key(cell)));
    }
    return positions;
  }
}
