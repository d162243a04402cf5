package org.borderwatch.server.effort;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.borderwatch.server.geo.PlaneCells;
import org.borderwatch.server.geo.UtmZone;

/**
 * Shares the hours of sensors among the cells that their circles cover, by area: by the number of
 * points of a pattern of {@value #POINTS} that fall into each cell. The pattern is the sunflower's
 * (Vogel 1979): equal areas, no rows that could fall together with the sides of cells. A share is
 * right to about one in a hundred of the circle; what lies outside of all cells counts nowhere, and
 * all shares add up to the whole. Not for several threads.
 */
final class CircleShare implements IntConsumer {
  static final int POINTS = 1024;
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
  private static final long MICROS = 1_000_000;

  private static final double[] EAST = new double[POINTS];
  private static final double[] NORTH = new double[POINTS];

  static {
    for (int i = 0; i < POINTS; i++) {
      double radius = Math.sqrt((i + 0.5) / POINTS);
      EAST[i] = radius * Math.cos(i * GOLDEN_ANGLE);
      NORTH[i] = radius * Math.sin(i * GOLDEN_ANGLE);
    }
  }

  private final WatchColumns watches;
  private final Chosen chosen;
  private final StepClock clock;
  private final PlaneCells cells;
  private final UtmZone zone;
  private final EffortTally tally;
  private final int[] found = new int[POINTS];

  CircleShare(
      WatchColumns watches, Chosen chosen, StepClock clock, PlaneCells cells, UtmZone zone) {
    this.watches = watches;
    this.chosen = chosen;
    this.clock = clock;
    this.cells = cells;
    this.zone = zone;
    tally = new EffortTally(cells.size(), clock.steps());
  }

  EffortTally tally() {
    return tally;
  }

  @Override
  public void accept(int place) {
    boolean looked = false;
    for (int w = watches.firstWatch()[place]; w < watches.firstWatch()[place + 1]; w++) {
      if (chosen.has(watches.station()[w], watches.synthetic()[w])
          && clock.meets(watches.from()[w], watches.until()[w])) {
        if (!looked) {
          look(place);
          looked = true;
        }
        share(w);
      }
    }
  }

  /** The cells of the pattern's points, sorted. */
  private void look(int place) {
    UtmZone.Metres middle = watches.plane(zone, place);
    double radius = watches.radiusMetres()[place];
    for (int i = 0; i < POINTS; i++) {
      found[i] = cells.cell(middle.east() + radius * EAST[i], middle.north() + radius * NORTH[i]);
    }
    Arrays.sort(found);
  }

  private void share(int watch) {
    long at = clock.clipFrom(watches.from()[watch]);
    long end = clock.clipUntil(watches.until()[watch]);
    for (int step = clock.step(at); at < end; step++) {
      long next = Math.min(end, clock.end(step));
      share(step, (next - at) * MICROS);
      at = next;
    }
  }

  private void share(int step, long micros) {
    int from = 0;
    while (from < POINTS) {
      int until = from + 1;
      while (until < POINTS && found[until] == found[from]) {
        until++;
      }
      if (found[from] >= 0) {
        tally.addSensor(found[from], step, micros * until / POINTS - micros * from / POINTS);
      }
      from = until;
    }
  }
}
