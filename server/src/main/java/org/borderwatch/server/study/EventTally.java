package org.borderwatch.server.study;

import java.util.Arrays;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.detection.EventSink;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.grid.CellNumbers;
import org.borderwatch.server.grid.PlaneGrid;

/**
 * Counts events and people by cell, step of time and source, for whatever cells they lie in. Sums
 * are whole numbers, so it doesn't matter who counted what. One thread's.
 */
final class EventTally implements EventSink {
  static final int SOURCES = Source.values().length;
  static final int PER_STEP = 2 * SOURCES;
  private static final int CHECK_EVERY = 1 << 14;

  private final PlaneGrid grid;
  private final UtmZone zone;
  private final long[] bounds;
  private final int mostCells;
  private final Progress progress;
  private final CellNumbers cells = new CellNumbers();
  private final double[] metres = new double[2];
  private final int perCell;
  private long[] counts;
  private int lastStep;
  private int sinceCheck;

  /**
   * Nothing counted yet.
   *
   * @param bounds seconds since 1970 at which the steps begin, and last the end of the last one
   */
  EventTally(PlaneGrid grid, UtmZone zone, long[] bounds, int mostCells, Progress progress) {
    this.grid = grid;
    this.zone = zone;
    this.bounds = bounds;
    this.mostCells = mostCells;
    this.progress = progress;
    this.perCell = (bounds.length - 1) * PER_STEP;
    this.counts = new long[perCell];
  }

  @Override
  public void event(
      double lon,
      double lat,
      long second,
      int persons,
      Source source,
      Neighbour with,
      double borderKm) {
    if (++sinceCheck == CHECK_EVERY) {
      sinceCheck = 0;
      progress.check();
    }
    if (second < bounds[0] || second >= bounds[bounds.length - 1]) {
      return;
    }
    zone.metres(lon, lat, metres, 0);
    int at = at(grid.cell(metres[0], metres[1])) + step(second) * PER_STEP + 2 * source.ordinal();
    counts[at]++;
    counts[at + 1] += persons;
  }

  /** Events mostly come sorted by time. */
  private int step(long second) {
    if (second < bounds[lastStep] || second >= bounds[lastStep + 1]) {
      int found = Arrays.binarySearch(bounds, second);
      lastStep = found >= 0 ? found : -found - 2;
    }
    return lastStep;
  }

  /** Where the counts of a cell begin. */
  private int at(long key) {
    int cell = cells.add(key);
    if (cell >= mostCells) {
      throw StudyLimits.tooManyCells(grid.cellMetres());
    }
    if ((cell + 1) * perCell > counts.length) {
      int room = (int) Math.min((long) mostCells * perCell, 2L * counts.length);
      counts = Arrays.copyOf(counts, Math.max(room, (cell + 1) * perCell));
    }
    return cell * perCell;
  }

  CellNumbers cells() {
    return cells;
  }

  /**
   * Adds all that was counted to {@code sum}, whose first number for a cell stands where it says.
   */
  void addTo(long[] sum, java.util.function.LongToIntFunction firstOf) {
    for (int cell = 0; cell < cells.size(); cell++) {
      int first = firstOf.applyAsInt(cells.key(cell));
      for (int i = 0; i < perCell; i++) {
        sum[first + i] += counts[cell * perCell + i];
      }
    }
  }
}
