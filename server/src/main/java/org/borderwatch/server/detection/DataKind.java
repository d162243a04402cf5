package org.borderwatch.server.detection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.borderwatch.server.database.Database;

/**
 * Which kind of data is meant when the asker doesn't say: real as soon as one real row exists,
 * otherwise synthetic.
 *
 * <p>Answered from memory as long as the {@link DataVersion} stays. Thread-safe.
 */
public final class DataKind {
  private final Database database;
  private final DataVersion version;
  private volatile Known known = new Known("", false);

  private record Known(String version, boolean synthetic) {}

  public DataKind(Database database, DataVersion version) {
    this.database = database;
    this.version = version;
  }

  /** {@code filter} with its kind decided. */
  public DetectionFilter decide(DetectionFilter filter) throws SQLException {
    return filter.synthetic().isPresent() ? filter : filter.withSynthetic(isSyntheticByDefault());
  }

  private boolean isSyntheticByDefault() throws SQLException {
    String now = version.current();
    Known last = known;
    if (!last.version().equals(now)) {
      last = new Known(now, !hasRealRow());
      known = last;
    }
    return last.synthetic();
  }

  private boolean hasRealRow() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT EXISTS (SELECT FROM detection WHERE NOT synthetic)")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
