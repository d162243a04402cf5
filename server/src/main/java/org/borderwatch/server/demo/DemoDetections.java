package org.borderwatch.server.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.data.scenario.DemoStation;
import org.borderwatch.server.database.SqlText;
import org.jspecify.annotations.Nullable;

/** Writes the detections of the demo in batches, on a connection that is in a transaction. */
final class DemoDetections {
  private static final int BATCH = 1_000;

  private final Connection connection;
  private final BorderLocator locator;
  private final List<DemoStation> stations;

  DemoDetections(Connection connection, BorderLocator locator, List<DemoStation> stations) {
    this.connection = connection;
    this.locator = locator;
    this.stations = stations;
  }

  void add(Iterator<Detection> detections) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(SqlText.of(DemoDetections.class, "detection-insert.sql"))) {
      int waiting = 0;
      while (detections.hasNext()) {
        bind(statement, detections.next());
        statement.addBatch();
        if (++waiting == BATCH || !detections.hasNext()) {
          statement.executeBatch();
          waiting = 0;
        }
      }
    }
  }

  private void bind(PreparedStatement statement, Detection one) throws SQLException {
    BorderPosition position = locator.locate(one.lon(), one.lat());
    statement.setString(1, one.station());
    statement.setString(2, one.station() == null ? responsible(position) : one.station());
    statement.setString(3, one.source().code());
    statement.setString(4, one.sourceRef());
    statement.setObject(5, one.observedAt().atOffset(ZoneOffset.UTC));
    statement.setDouble(6, one.lon());
    statement.setDouble(7, one.lat());
    statement.setObject(8, one.accuracyM(), Types.DOUBLE);
    statement.setString(9, one.direction().code());
    statement.setString(10, one.setting().code());
    statement.setString(11, one.outcome().code());
    statement.setInt(12, one.persons());
    statement.setObject(13, one.women(), Types.INTEGER);
    statement.setObject(14, one.children(), Types.INTEGER);
    statement.setString(15, indicators(one));
    statement.setString(16, one.origin());
    statement.setString(17, position.with().code());
    statement.setDouble(18, position.km());
    statement.setDouble(19, position.offsetM());
  }

  private @Nullable String responsible(BorderPosition position) {
    return stations.stream()
        .filter(station -> station.stretch().contains(position.with(), position.km()))
        .map(DemoStation::code)
        .findFirst()
        .orElse(null);
  }

  /** As an array of PostgreSQL; the words need no quotes. */
  private static String indicators(Detection one) {
    return one.indicators().stream()
        .sorted()
        .map(Indicator::code)
        .collect(Collectors.joining(",", "{", "}"));
  }
}
