package org.borderwatch.server.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A piece of a statement with the values that it binds, in the order of its question marks.
 *
 * @param sql of our own making; what comes from a request stands in {@code values}
 */
public record SqlPart(String sql, List<Object> values) {
  /** What is always true. */
  public static final SqlPart TRUE = new SqlPart("TRUE", List.of());

  public SqlPart {
    values = List.copyOf(values);
  }

  /** Binds its values from {@code firstIndex} on; returns the index after the last. */
  public int bind(PreparedStatement statement, int firstIndex) throws SQLException {
    int index = firstIndex;
    for (Object value : values) {
      if (value instanceof Instant time) {
        statement.setObject(index++, time.atOffset(ZoneOffset.UTC));
      } else if (value instanceof LocalDate day) {
        statement.setObject(index++, day);
      } else {
        statement.setObject(index++, value);
      }
    }
    return index;
  }
}
