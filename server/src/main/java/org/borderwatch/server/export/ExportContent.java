package org.borderwatch.server.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.ogc.CollectionInfo.Field;

/** What somebody wants to take away: features, and what is known of them beforehand. */
interface ExportContent {
  /** The collection or the process. */
  String name();

  /** Attributes that are there even when no feature has them. */
  List<Field> declared();

  /**
   * What every feature is told to be, simulated or not, where features don't say so themselves;
   * empty when they do.
   */
  Optional<Boolean> addedSynthetic();

  /** The system in which its coordinates stand already; empty for degrees. */
  Optional<ExportCrs> plane();

  /** Summary of an analysis. */
  Optional<JsonNode> summary();

  /** How many features there are. */
  long count() throws SQLException, IOException;

  /** Adds its features to {@code spool}, at most so many. */
  void fill(FeatureSpool spool, long atMost) throws SQLException, IOException;

  /** Where it comes from. */
  Provenance provenance(Instant made, String software, long features, long synthetic);
}
