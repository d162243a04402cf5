package org.borderwatch.server.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature on its way into a file.
 *
 * @param id null when it has none
 * @param geometry in the system of the file; null when it has none
 * @param values one for each attribute: {@link Long} for integers, {@link Double}, {@link Boolean},
 *     otherwise {@link String} or {@link Structured}; null when it isn't there
 */
record ExportFeature(
    @Nullable String id, @Nullable Geometry geometry, List<@Nullable Object> values) {

  /** A list or an object, as JSON; as text the members of a list stand between semicolons. */
  record Structured(String json, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /** Takes features one by one. */
  @FunctionalInterface
  interface Sink {
    void take(ExportFeature feature) throws java.io.IOException;
  }
}
