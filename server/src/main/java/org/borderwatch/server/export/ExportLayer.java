package org.borderwatch.server.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * What a file holds, known before its first feature is written.
 *
 * @param name of the layer: the collection or the process
 * @param hasIds whether any feature has an id of its own
 * @param bounds of all geometries in {@code crs}
 * @param summary of an analysis, where it is the result of one
 */
record ExportLayer(
    String name,
    Provenance provenance,
    ExportCrs crs,
    GeometryKind kind,
    boolean hasIds,
    List<Attribute> attributes,
    Envelope bounds,
    Optional<JsonNode> summary) {

  ExportLayer {
    attributes = List.copyOf(attributes);
  }

  /** The layer of what is in {@code spool}. */
  static ExportLayer of(
      String name, Provenance provenance, FeatureSpool spool, Optional<JsonNode> summary) {
    return new ExportLayer(
        name,
        provenance,
        spool.crs(),
        spool.kind(),
        spool.hasIds(),
        spool.attributes(),
        spool.bounds(),
        summary);
  }
}
