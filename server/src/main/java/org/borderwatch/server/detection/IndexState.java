package org.borderwatch.server.detection;

import org.borderwatch.server.detection.column.DetectionColumns;
import org.jspecify.annotations.Nullable;

/** All rows, as they were at {@code moment}. */
record IndexState(DetectionColumns columns, StoreMoment moment) {
  /** Whether readers would see the same rows and the same version in {@code other}. */
  boolean looksLike(@Nullable IndexState other) {
    return other != null
        && columns == other.columns
        && moment.version().equals(other.moment.version());
  }
}
