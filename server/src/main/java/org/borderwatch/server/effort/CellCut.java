package org.borderwatch.server.effort;

import java.util.function.IntConsumer;
import org.borderwatch.server.geo.NearestMiddleCells;
import org.borderwatch.server.geo.PlaneCells;
import org.borderwatch.server.geo.UtmZone;
import org.jspecify.annotations.Nullable;

/**
 * Cuts patrol tracks where they leave a cell or a step of time ends.
 *
 * <p>Where a piece crosses the side of a cell is found by halving, to a centimetre: cells being
 * convex, a piece with both ends in one cell lies in it, and one with ends in two cells holds every
 * cell between them until the halves get as short as that. Only a piece with both ends outside of
 * all cells is probed every eighth of a cell's width: it may miss a corner at the rim that it cuts
 * by less. O(crossings x log(length / 1 cm)); where the middles of cells are known ({@link
 * NearestMiddleCells}) a side is computed in one step. Not for several threads.
 */
final class CellCut implements IntConsumer {
  private static final double TOLERANCE_METRES = 0.01;
  private static final double PROBES_A_CELL = 8;

  private final TrackColumns tracks;
  private final Chosen chosen;
  private final StepClock clock;
  private final PlaneCells cells;
  private final @Nullable NearestMiddleCells middles;
  private final UtmZone zone;
  private final double probeMetres;
  private final EffortTally tally;

  /** The piece at hand: begin and way in the plane. */
  private final double[] ends = new double[4];

  private int vertex;
  private double length;
  private int step;

  CellCut(TrackColumns tracks, Chosen chosen, StepClock clock, PlaneCells cells, UtmZone zone) {
    this.tracks = tracks;
    this.chosen = chosen;
    this.clock = clock;
    this.cells = cells;
    this.middles = cells instanceof NearestMiddleCells known ? known : null;
    this.zone = zone;
    probeMetres = cells.widthMetres() / PROBES_A_CELL;
    tally = new EffortTally(cells.size(), clock.steps());
  }

  EffortTally tally() {
    return tally;
  }

  @Override
  public void accept(int crewPart) {
    int first = crewPart * TrackColumns.TRACKS_A_PART;
    int end = Math.min(tracks.size(), first + TrackColumns.TRACKS_A_PART);
    for (int track = first; track < end; track++) {
      int from = tracks.firstVertex(track);
      int last = tracks.endVertex(track) - 1;
      if (chosen.has(tracks.station(track), tracks.synthetic(track))
          && clock.meets(tracks.second(from), tracks.second(last))) {
        track(from, last);
      }
    }
  }

  private void track(int from, int last) {
    tracks.plane(zone, from, ends, 2);
    for (int v = from; v < last; v++) {
      ends[0] = ends[2];
      ends[1] = ends[3];
      tracks.plane(zone, v + 1, ends, 2);
      if (tracks.begins(v) && clock.meets(tracks.second(v), tracks.second(v + 1))) {
        vertex = v;
        length = Math.hypot(ends[2] - ends[0], ends[3] - ends[1]);
        piece();
      }
    }
  }

  /** Cuts the piece where steps end, and each of these by cells. */
  private void piece() {
    long begin = tracks.second(vertex);
    double seconds = tracks.second(vertex + 1) - begin;
    long at = clock.clipFrom(begin);
    long end = clock.clipUntil(tracks.second(vertex + 1));
    step = clock.step(at);
    int cell = cell((at - begin) / seconds);
    while (at < end) {
      long next = Math.min(end, clock.end(step));
      int nextCell = cell((next - begin) / seconds);
      cut((at - begin) / seconds, cell, (next - begin) / seconds, nextCell);
      at = next;
      cell = nextCell;
      step++;
    }
  }

  private int cell(double along) {
    return cells.cell(ends[0] + along * (ends[2] - ends[0]), ends[1] + along * (ends[3] - ends[1]));
  }

  private void cut(double from, int fromCell, double until, int untilCell) {
    double metres = (until - from) * length;
    if (fromCell == untilCell && (fromCell >= 0 || metres <= probeMetres)) {
      add(fromCell, from, until);
      return;
    }
    double middle = (from + until) / 2;
    if (fromCell != untilCell && metres <= TOLERANCE_METRES) {
      add(fromCell, from, middle);
      add(untilCell, middle, until);
      return;
    }
    double side = fromCell >= 0 && untilCell >= 0 ? side(fromCell, untilCell) : Double.NaN;
    double at = side > from && side < until ? side : middle;
    int atCell = cell(at);
    if (at == side && (atCell == fromCell || atCell == untilCell)) {
      add(fromCell, from, at);
      add(untilCell, at, until);
      return;
    }
    cut(from, fromCell, at, atCell);
    cut(at, atCell, until, untilCell);
  }

  /**
   * How far along the piece lies halfway between the middles of two cells: where they touch it is
   * their side. No number where middles are not known.
   */
  private double side(int one, int other) {
    if (middles == null) {
      return Double.NaN;
    }
    double dx = middles.middleX(other) - middles.middleX(one);
    double dy = middles.middleY(other) - middles.middleY(one);
    double x = (middles.middleX(other) + middles.middleX(one)) / 2 - ends[0];
    double y = (middles.middleY(other) + middles.middleY(one)) / 2 - ends[1];
    return (x * dx + y * dy) / ((ends[2] - ends[0]) * dx + (ends[3] - ends[1]) * dy);
  }

  private void add(int cell, double from, double until) {
    if (cell >= 0) {
      tally.addPatrol(
          cell,
          step,
          tracks.micros(vertex, until) - tracks.micros(vertex, from),
          tracks.micrometres(vertex, until) - tracks.micrometres(vertex, from));
    }
  }
}
