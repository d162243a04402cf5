package org.borderwatch.server.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.ogc.CollectionInfo;
import org.borderwatch.server.ogc.CollectionInfo.Field;
import org.borderwatch.server.ogc.FeatureSource;

/**
 * The chosen features of a collection, read page by page in one snapshot of the store.
 *
 * @param filter what chose them, by the name of the parameter
 */
record CollectionContent(
    CollectionInfo info,
    FeatureSource.Selection selection,
    Map<String, String> filter,
    Database database)
    implements ExportContent {
  /** Features that are in memory at a time. */
  private static final int PAGE = 2_000;

  @Override
  public String name() {
    return info.id();
  }

  @Override
  public List<Field> declared() {
    return info.fields();
  }

  @Override
  public Optional<Boolean> addedSynthetic() {
    return Optional.empty();
  }

  @Override
  public Optional<ExportCrs> plane() {
    return Optional.empty();
  }

  @Override
  public Optional<JsonNode> summary() {
    return Optional.empty();
  }

  @Override
  public long count() throws SQLException {
    try (Connection connection = database.connection()) {
      return selection.count(connection);
    }
  }

  /** On a connection of its own: a long export must not take one from those who wait. */
  @Override
  public void fill(FeatureSpool spool, long atMost) throws SQLException, IOException {
    try (Connection connection = database.ownConnection()) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      ByteArrayOutputStream page = new ByteArrayOutputStream(1 << 20);
      Optional<String> after = Optional.empty();
      long left = atMost;
      do {
        page.reset();
        FeatureSource.Written written = write(connection, after, (int) Math.min(left, PAGE), page);
        addAll(page.toByteArray(), spool);
        left -= written.features();
        after = written.moreAfter();
      } while (after.isPresent() && left > 0);
    }
  }

  private FeatureSource.Written write(
      Connection connection, Optional<String> after, int limit, ByteArrayOutputStream page)
      throws SQLException, IOException {
    try (JsonGenerator json = Json.MAPPER.createGenerator(page)) {
      json.writeStartArray();
      FeatureSource.Written written = selection.write(connection, after.orElse(null), limit, json);
      json.writeEndArray();
      return written;
    }
  }

  private static void addAll(byte[] features, FeatureSpool spool) throws IOException {
    try (JsonParser parser = Json.MAPPER.createParser(features)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        spool.add(Json.MAPPER.readTree(parser));
      }
    }
  }

  @Override
  public Provenance provenance(Instant made, String software, long features, long synthetic) {
    return new Provenance(
        info.title(),
        info.titleVi(),
        info.licence(),
        filter,
        Optional.empty(),
        made,
        software,
        features,
        synthetic);
  }
}
