package org.borderwatch.server.route;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DataKind;
import org.borderwatch.server.detection.DetectionFilter;

/**
 * Which routes are meant when the asker doesn't say: real ones as soon as there is a real one, or a
 * real detection; otherwise simulated ones. A route that is drawn without a word about it belongs
 * to what is shown, so that practising on the demo leaves nothing behind when the demo goes.
 */
public final class RouteKind {
  private final Database database;
  private final DataKind detections;

  public RouteKind(Database database, DataKind detections) {
    this.database = database;
    this.detections = detections;
  }

  /** The kind that is asked for, or the one that is meant. */
  public boolean decide(Optional<Boolean> asked) throws SQLException {
    return asked.isPresent() ? asked.get() : synthetic();
  }

  private boolean synthetic() throws SQLException {
    return !hasRealRoute() && detections.decide(DetectionFilter.ALL).synthetic().orElse(false);
  }

  private boolean hasRealRoute() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT EXISTS (SELECT FROM trafficking_route WHERE NOT synthetic)")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
