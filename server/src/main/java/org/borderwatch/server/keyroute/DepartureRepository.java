package org.borderwatch.server.keyroute;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.SqlCondition;
import org.borderwatch.server.http.ApiException;

/**
 * Provinces of departure as they are stored; the index in memory doesn't hold them. A million
 * detections take a second or two.
 */
public final class DepartureRepository implements Departures {
  private static final String SELECT =
      "SELECT d.origin, ST_X(d.geom), ST_Y(d.geom), d.persons FROM detection AS d WHERE ";

  /** Rows that the driver holds at a time. */
  private static final int FETCH_ROWS = 10_000;

  private final Database database;

  public DepartureRepository(Database database) {
    this.database = database;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ApiException.DatabaseAway when it can't be asked
   */
  @Override
  public void each(DetectionFilter filter, Sink sink) {
    SqlCondition condition = SqlCondition.of(filter);
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(SELECT + condition.sql())) {
        condition.bind(statement, 1);
        statement.setFetchSize(FETCH_ROWS);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            sink.departure(
                Optional.ofNullable(row.getString(1)),
                row.getDouble(2),
                row.getDouble(3),
                row.getInt(4));
          }
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException away) {
      throw new ApiException.DatabaseAway();
    }
  }
}
