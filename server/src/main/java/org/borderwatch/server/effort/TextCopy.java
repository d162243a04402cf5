package org.borderwatch.server.effort;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a new temporary table by COPY in its text form. Values are numbers, times,
 * coded words and geometries: none has a sign that would need an escape, and one that has is
 * refused. Not for several threads.
 */
final class TextCopy implements AutoCloseable {
  private static final int FLUSH_CHARACTERS = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder text = new StringBuilder();

  private TextCopy(CopyIn copy) {
    this.copy = copy;
  }

  /** Makes the table with {@code create} and begins to copy into {@code table}. */
  static TextCopy begin(Connection connection, String create, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(create);
    }
    return new TextCopy(
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + table + " FROM STDIN (FORMAT text, ENCODING 'UTF8')"));
  }

  void row(@Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      String value = values[i] == null ? "\\N" : String.valueOf(values[i]);
      if (values[i] != null && value.chars().anyMatch(c -> c == '\\' || c < ' ')) {
        throw new IllegalArgumentException("a value of column " + i + " is no coded word");
      }
      text.append(value).append(i == values.length - 1 ? '\n' : '\t');
    }
    if (text.length() > FLUSH_CHARACTERS) {
      flush();
    }
  }

  private void flush() throws SQLException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  void end() throws SQLException {
    flush();
    copy.endCopy();
  }

  /** Breaks the copying off where it didn't end. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
