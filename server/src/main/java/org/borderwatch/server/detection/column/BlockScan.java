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
      keepInBox(block.x, block.y);
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
      keepBorder(block.borderMm);
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

  private void keepInBox(int[] x, int[] y) {
    Box box = filter.box();
    // Differences as unsigned numbers: one comparison for both edges.
    int west = box.minX();
    int width = box.maxX() - west + Integer.MIN_VALUE;
    int north = box.minY();
    int height = box.maxY() - north + Integer.MIN_VALUE;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      rows[kept] = row;
      boolean inColumns = x[row] - west + Integer.MIN_VALUE <= width;
      boolean inRows = y[row] - north + Integer.MIN_VALUE <= height;
      kept += inColumns & inRows ? 1 : 0;
    }
    count = kept;
  }

  private void keepAllowed(int[] words) {
    int forbidden = filter.forbidden();
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      rows[kept] = row;
      kept += (words[row] & forbidden) == 0 ? 1 : 0;
    }
    count = kept;
  }

  private void keepAnyOf(int[] words) {
    int anyOf = filter.anyOf();
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      rows[kept] = row;
      kept += (words[row] & anyOf) != 0 ? 1 : 0;
    }
    count = kept;
  }

  private void keepPersons(Block block) {
    int least = filter.minPersons();
    int most = filter.maxPersons();
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      rows[kept] = row;
      int persons = block.persons(row);
      kept += persons >= least & persons <= most ? 1 : 0;
    }
    count = kept;
  }

  private void keepBorder(int[] borderMm) {
    long least = filter.minBorderMm();
    long most = filter.maxBorderMm();
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      rows[kept] = row;
      long millimetres = Integer.toUnsignedLong(borderMm[row]);
      kept += millimetres >= least & millimetres <= most ? 1 : 0;
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
