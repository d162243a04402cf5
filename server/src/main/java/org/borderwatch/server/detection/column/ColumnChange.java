package org.borderwatch.server.detection.column;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/**
 * Makes the next version of some blocks. Blocks keep the order of the curve: the last key of one is
 * never above the first of the next. One that grew too large is split; one that became small joins
 * the one before it, so that columns stay compact without ever being rebuilt as a whole.
 */
final class ColumnChange {
  private final Block[] blocks;
  private final TreeMap<Integer, Touched> touched = new TreeMap<>();

  private record Touched(BitSet gone, List<Integer> added) {
    Touched() {
      this(new BitSet(), new ArrayList<>());
    }
  }

  ColumnChange(Block[] blocks) {
    this.blocks = blocks;
  }

  DetectionColumns apply(List<Removal> removed, RowBuffer added) throws MissingRowException {
    for (Removal removal : removed) {
      remove(removal);
    }
    for (int row = 0; row < added.size(); row++) {
      long key = HilbertCurve.key(added.get(row, RowBuffer.X), added.get(row, RowBuffer.Y));
      touch(Math.max(0, lastBeginningAt(key))).added().add(row);
    }
    List<Block> next = new ArrayList<>(blocks.length + 8);
    for (int number = 0; number < blocks.length; number++) {
      Touched change = touched.get(number);
      if (change == null) {
        next.add(blocks[number]);
      } else {
        rebuild(blocks[number], change, added, next);
      }
    }
    return new DetectionColumns(next);
  }

  private void remove(Removal removal) throws MissingRowException {
    long key = HilbertCurve.key(removal.x(), removal.y());
    for (int number = lastBeginningAt(key);
        number >= 0 && blocks[number].lastKey >= key;
        number--) {
      int row = blocks[number].find(removal.rowNo());
      if (row >= 0) {
        touch(number).gone().set(row);
        return;
      }
    }
    throw new MissingRowException(removal.rowNo());
  }

  private Touched touch(int number) {
    return touched.computeIfAbsent(number, n -> new Touched());
  }

  /** The last block whose first key isn't above {@code key}; -1 when all are. */
  private int lastBeginningAt(long key) {
    int low = 0;
    int high = blocks.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks[middle].firstKey <= key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private static void rebuild(Block block, Touched change, RowBuffer added, List<Block> next) {
    RowStage stage = new RowStage();
    for (int row = change.gone().nextClearBit(0);
        row < block.size();
        row = change.gone().nextClearBit(row + 1)) {
      block.stage(row, stage);
    }
    long firstKey = block.firstKey;
    long lastKey = block.lastKey;
    for (int row : change.added()) {
      long key = HilbertCurve.key(added.get(row, RowBuffer.X), added.get(row, RowBuffer.Y));
      firstKey = Math.min(firstKey, key);
      lastKey = Math.max(lastKey, key);
      stage.add(added, row);
    }
    if (stage.size() > Block.MAX_ROWS) {
      split(stage, next);
    } else if (stage.size() > 0) {
      addOrJoin(Block.of(stage, firstKey, lastKey), next);
    }
  }

  /** Cuts along the curve into blocks of the usual size. */
  private static void split(RowStage stage, List<Block> next) {
    RowBuffer all = new RowBuffer();
    stage.copyTo(all);
    next.addAll(DetectionColumns.blocksOf(List.of(all)));
  }

  private static void addOrJoin(Block block, List<Block> next) {
    int last = next.size() - 1;
    boolean joins =
        block.size() < Block.MIN_ROWS
            && last >= 0
            && next.get(last).size() + block.size() <= Block.TARGET_ROWS;
    if (!joins) {
      next.add(block);
      return;
    }
    RowStage both = new RowStage();
    for (Block part : List.of(next.get(last), block)) {
      for (int row = 0; row < part.size(); row++) {
        part.stage(row, both);
      }
    }
    next.set(last, Block.of(both, next.get(last).firstKey, block.lastKey));
  }
}
