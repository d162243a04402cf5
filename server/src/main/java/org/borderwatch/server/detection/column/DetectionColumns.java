package org.borderwatch.server.detection.column;

import java.util.List;

/** One immutable version of all rows, in blocks along a Hilbert curve. Thread-safe. */
public final class DetectionColumns {
  /** No row. */
  public static final DetectionColumns EMPTY = new DetectionColumns();

  private DetectionColumns() {}

  /** Columns of these rows, in whatever order they come; sorts on every core. */
  public static DetectionColumns of(List<RowBuffer> buffers) {
    throw new UnsupportedOperationException(buffers.toString());
  }

  /**
   * The next version: without {@code removed}, then with {@code added}. A row that changed is in
   * both.
   *
   * @throws MissingRowException when a row that should go isn't there
   */
  public DetectionColumns changed(List<Removal> removed, RowBuffer added)
      throws MissingRowException {
    throw new UnsupportedOperationException(removed.toString() + added);
  }

  /** Number of rows. */
  public long rows() {
    return 0;
  }

  /**
   * Gives the rows that {@code filter} means to {@code visitor}, block by block along the curve.
   */
  public void scan(RowFilter filter, BlockVisitor visitor) {
    throw new UnsupportedOperationException(filter.toString() + visitor);
  }
}
