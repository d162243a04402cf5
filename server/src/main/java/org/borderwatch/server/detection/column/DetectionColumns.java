package org.borderwatch.server.detection.column;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One immutable version of all rows, in blocks along a Hilbert curve. Thread-safe: readers keep the
 * version that they began with, a change makes the next one and shares the blocks that it left
 * alone.
 */
public final class DetectionColumns {
  /** No row. */
  public static final DetectionColumns EMPTY = new DetectionColumns(List.of());

  private final Block[] blocks;
  private final BlockDirectory directory;
  private final long rows;
  private final int anyWords;

  DetectionColumns(List<Block> blocks) {
    this.blocks = blocks.toArray(Block[]::new);
    this.directory = new BlockDirectory(this.blocks);
    this.rows = blocks.stream().mapToLong(Block::size).sum();
    this.anyWords = blocks.stream().mapToInt(block -> block.anyWords).reduce(0, (a, b) -> a | b);
  }

  /**
   * Columns of these rows, in whatever order they come; sorts on every core. O(n).
   *
   * @throws ArithmeticException beyond 2^31 - 1 rows
   */
  public static DetectionColumns of(List<RowBuffer> buffers) {
    return new DetectionColumns(blocksOf(buffers));
  }

  /** Blocks of the usual size along the curve. */
  static List<Block> blocksOf(List<RowBuffer> buffers) {
    RowPieces pieces = new RowPieces(buffers);
    CurveSort sorted = CurveSort.of(pieces);
    int count = (sorted.size() + Block.TARGET_ROWS - 1) / Block.TARGET_ROWS;
    Block[] made =
        IntStream.range(0, count)
            .parallel()
            .mapToObj(number -> block(pieces, sorted, number))
            .toArray(Block[]::new);
    return List.of(made);
  }

  private static Block block(RowPieces pieces, CurveSort sorted, int number) {
    int from = number * Block.TARGET_ROWS;
    int until = Math.min(sorted.size(), from + Block.TARGET_ROWS);
    RowStage stage = new RowStage();
    for (int place = from; place < until; place++) {
      stage.add(pieces, sorted.row(place));
    }
    return Block.of(stage, sorted.key(from), sorted.key(until - 1));
  }

  /**
   * The next version: without {@code removed}, then with {@code added}. A row that changed is in
   * both. Costs about a tenth of a millisecond for each block that is touched.
   *
   * @throws MissingRowException when a row that should go isn't there
   */
  public DetectionColumns changed(List<Removal> removed, RowBuffer added)
      throws MissingRowException {
    return blocks.length == 0 && removed.isEmpty()
        ? of(List.of(added))
        : new ColumnChange(blocks).apply(removed, added);
  }

  /** Number of rows. */
  public long rows() {
    return rows;
  }

  /** About what it takes in memory. */
  public long bytes() {
    return directory.bytes() + Stream.of(blocks).mapToLong(Block::bytes).sum();
  }

  /** Whether some row has one of these bits of {@link RowWords}. */
  public boolean hasAny(int words) {
    return (anyWords & words) != 0;
  }

  /** Least and greatest second since 2000; empty array without rows. */
  public int[] timeSpan() {
    return directory.timeSpan();
  }

  /**
   * Gives the rows that {@code filter} means to {@code visitor}, block by block along the curve.
   */
  public void scan(RowFilter filter, BlockVisitor visitor) {
    BlockScan scan = new BlockScan(filter, visitor);
    int[] candidates = directory.candidates(filter);
    for (int block : candidates) {
      scan.visit(blocks[block]);
    }
  }

  /**
   * The same with several visitors, each given a part of the rows by one thread; large scans use
   * every core that is idle.
   *
   * @param visitors makes a visitor for each thread
   * @return the visitors that were used, at least one
   */
  public <V extends BlockVisitor> List<V> scan(RowFilter filter, Supplier<V> visitors) {
    int[] candidates = directory.candidates(filter);
    List<V> used = new ArrayList<>();
    SharedWork.run(
        candidates.length,
        SharedWork.partsOf(candidates.length, Block.TARGET_ROWS),
        () -> {
          V visitor = visitors.get();
          synchronized (used) {
            used.add(visitor);
          }
          BlockScan scan = new BlockScan(filter, visitor);
          return (from, until) -> {
            for (int i = from; i < until; i++) {
              scan.visit(blocks[candidates[i]]);
            }
          };
        });
    return used;
  }
}
