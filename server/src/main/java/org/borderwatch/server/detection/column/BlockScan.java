package org.borderwatch.server.detection.column;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thread's scan: skips a block by its summary, takes it whole, or tests its rows one column
 * after the other, each test keeping those that pass. The tests have no branches, so they cost the
 * same whatever passes. Not for several threads.
 */
final class BlockScan {
  private static final int[] IDENTITY = new int[Block.MAX_ROWS];

  static {
    Arrays.setAll(IDENTITY, i -> i);
  }

  private final RowFilter filter;
  private final BlockVisitor visitor;
  private final boolean @Nullable [] stations;
  private final int[] rows = new int[Block.MAX_ROWS];
  private int count;

  BlockScan(RowFilter filter, BlockVisitor visitor) {
    this.filter = filter;
    this.visitor = visitor;
    this.stations = filter.stations().orElse(null);
  }

  void visit(Block block) {
    if (!mayHold(block)) {
      return;
    }
    int from = block.seconds[0] >= filter.fromSecond() ? 0 : block.firstAt(filter.fromSecond());
    int until =
        block.seconds[block.size() - 1] < filter.untilSecond()
            ? block.size()
            : block.firstAt(filter.untilSecond());
    if (from >= until) {
      return;
    }
    boolean box = !isWithin(block.bounds, filter.box());
    boolean words = (block.anyWords & filter.forbidden()) != 0;
    boolean anyOf = filter.anyOf() != 0;
    boolean persons =
        block.minPersons < filter.minPersons() || block.maxPersons > filter.maxPersons();
    boolean border =
        block.minBorderMm < filter.minBorderMm() || block.maxBorderMm > filter.maxBorderMm();
    boolean station = stations != null && block.onlyStation < 0;
    if (!(box || words || anyOf || persons || border || station)) {
      visitor.range(block, from, until);
      return;
    }
    count = until - from;
    System.arraycopy(IDENTITY, from, rows, 0, count);
    if (box) {
      keepInBox(block);
    }
    if (words) {
      keepAllowed(block.words);
    }
    if (anyOf) {
      keepAnyOf(block.words);
    }
    if (persons) {
      keepPersons(block);
    }
    if (border) {
      keepBorder(block);
    }
    if (station) {
      keepStations(block.stations);
    }
    if (count > 0) {
      visitor.rows(block, rows, count);
    }
  }

  /** Whether the summary leaves a possibility; box and time were asked of the directory. */
  private boolean mayHold(Block block) {
    return hasAllowedOfEachGroup(block.anyWords)
        && (filter.anyOf() == 0 || (block.anyWords & filter.anyOf()) != 0)
        && block.minPersons <= filter.maxPersons()
        && block.maxPersons >= filter.minPersons()
        && block.minBorderMm <= filter.maxBorderMm()
        && block.maxBorderMm >= filter.minBorderMm()
        && (stations == null || block.onlyStation < 0 || answers(stations, block.onlyStation));
  }

  private boolean hasAllowedOfEachGroup(int anyWords) {
    int allowed = anyWords & ~filter.forbidden();
    return (allowed & RowWords.directions()) != 0
        && (allowed & RowWords.settings()) != 0
        && (allowed & RowWords.sources()) != 0
        && (allowed & RowWords.outcomes()) != 0
        && (allowed & RowWords.neighbours()) != 0
        && (allowed & RowWords.kinds()) != 0;
  }

  private static boolean isWithin(Box inner, Box outer) {
    return inner.minX() >= outer.minX()
        && inner.maxX() <= outer.maxX()
        && inner.minY() >= outer.minY()
        && inner.maxY() <= outer.maxY();
  }

  private static boolean answers(boolean[] stations, int code) {
    return code < stations.length && stations[code];
  }

  // A difference is negative just when a bound is broken; its sign bit is taken off the count. Said
  // as a comparison, the compiler makes a branch of it that the processor can't foresee.

  private void keepInBox(Block block) {
    // Within the block's own bounds no difference overflows, unless it spans half the world.
    Box box = filter.box().and(block.bounds);
    if (spansHalfTheWorld(block.bounds)) {
      keepInWideBox(block, box);
      return;
    }
    int[] x = block.x;
    int[] y = block.y;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      rows[kept] = row;
      int outX = (x[row] - box.minX()) | (box.maxX() - x[row]);
      int outY = (y[row] - box.minY()) | (box.maxY() - y[row]);
      kept += 1 + ((outX | outY) >> 31);
    }
    count = kept;
  }

  private static boolean spansHalfTheWorld(Box bounds) {
    return bounds.maxX() - (long) bounds.minX() > Integer.MAX_VALUE
        || bounds.maxY() - (long) bounds.minY() > Integer.MAX_VALUE;
  }

  private void keepInWideBox(Block block, Box box) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      if (box.holds(block.x[row], block.y[row])) {
        rows[kept++] = row;
      }
    }
    count = kept;
  }

  private void keepAllowed(int[] words) {
    int forbidden = filter.forbidden();
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      rows[kept] = row;
      kept += 1 + (-(words[row] & forbidden & Integer.MAX_VALUE) >> 31);
    }
    count = kept;
  }

  private void keepAnyOf(int[] words) {
    int anyOf = filter.anyOf();
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      rows[kept] = row;
      kept += -(words[row] & anyOf & Integer.MAX_VALUE) >>> 31;
    }
    count = kept;
  }

  private void keepPersons(Block block) {
    int least = filter.minPersons();
    int most = filter.maxPersons();
    if (block.maxPersons >= Block.CROWD) {
      keepCrowds(block, least, most);
      return;
    }
    byte[] persons = block.persons;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      rows[kept] = row;
      int people = persons[row] & 0xff;
      kept += 1 + (((people - least) | (most - people)) >> 31);
    }
    count = kept;
  }

  private void keepCrowds(Block block, int least, int most) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int people = block.persons(rows[i]);
      if (people >= least && people <= most) {
        rows[kept++] = rows[i];
      }
    }
    count = kept;
  }

  private void keepBorder(Block block) {
    long least = Math.max(filter.minBorderMm(), block.minBorderMm);
    long most = Math.min(filter.maxBorderMm(), block.maxBorderMm);
    int[] borderMm = block.borderMm;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      rows[kept] = row;
      long millimetres = Integer.toUnsignedLong(borderMm[row]);
      kept += (int) (1 + (((millimetres - least) | (most - millimetres)) >> 63));
    }
    count = kept;
  }

  private void keepStations(char[] codes) {
    boolean[] meant = Objects.requireNonNull(stations);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      rows[kept] = row;
      kept += answers(meant, codes[row]) ? 1 : 0;
    }
    count = kept;
  }
}
