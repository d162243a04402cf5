package org.borderwatch.server.detection;

import org.borderwatch.server.detection.column.Block;
import org.borderwatch.server.detection.column.BlockVisitor;
import org.borderwatch.server.detection.column.FixedMercator;
import org.borderwatch.server.detection.column.RowWords;

/** Turns rows back into events. */
record EventReader<S extends EventSink>(S sink) implements BlockVisitor {
  private static final double MM_PER_KM = 1e6;

  @Override
  public void range(Block block, int from, int until) {
    for (int row = from; row < until; row++) {
      give(block, row);
    }
  }

  @Override
  public void rows(Block block, int[] rows, int count) {
    for (int i = 0; i < count; i++) {
      give(block, rows[i]);
    }
  }

  private void give(Block block, int row) {
    int words = block.words(row);
    sink.event(
        FixedMercator.lon(block.x(row)),
        FixedMercator.lat(block.y(row)),
        RowFilters.SECONDS_1970_TO_2000 + block.seconds(row),
        block.persons(row),
        RowWords.source(words),
        RowWords.neighbour(words),
        block.borderMm(row) / MM_PER_KM);
  }
}
