package org.borderwatch.data.network;

import org.borderwatch.data.Word;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside the ways and matters to whoever walks there.
 *
 * @param type what it is in particular, as the source says it: {@code river}, {@code fence}, {@code
 *     village}
 * @param name as people call it; null when it has none
 * @param lonLat degrees east and north of each vertex in turn; one vertex is a point
 * @param sourceRef where it comes from, such as {@code node/123456}
 */
public record NetworkFeature(
    Kind kind, String type, @Nullable String name, double[] lonLat, String sourceRef) {

  /** What kind of thing. */
  public enum Kind implements Word {
    RIVER,
    BARRIER,
    SETTLEMENT
  }
}
