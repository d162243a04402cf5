package org.borderwatch.data.network;

import org.jspecify.annotations.Nullable;

/** Cuts a list into pieces for several threads. One thread asks. */
final class Batches {
  private final int size;
  private final int most;
  private int begun;

  Batches(int size, int most) {
    this.size = size;
    this.most = most;
  }

  /** From an index to before another. */
  record Batch(int from, int until) {}

  /** The next piece, null at the end. */
  @Nullable Batch next() {
    if (begun == size) {
      return null;
    }
    Batch batch = new Batch(begun, Math.min(size, begun + most));
    begun = batch.until;
    return batch;
  }
}
