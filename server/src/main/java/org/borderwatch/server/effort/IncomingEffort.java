package org.borderwatch.server.effort;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.server.database.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Tracks or watches on their way into their table, in the transaction of a connection: by COPY into
 * a temporary table, where those are found whose key is stored already, then on. Not for several
 * threads.
 */
public abstract class IncomingEffort implements AutoCloseable {
  private final Connection connection;
  private final String kind;
  private final TextCopy copy;

  /** Makes the temporary table {@code incoming_<kind>} and begins to copy. */
  IncomingEffort(Connection connection, String kind) throws SQLException {
    this.connection = connection;
    this.kind = kind;
    copy = TextCopy.begin(connection, sql("incoming"), "incoming_" + kind);
  }

  private String sql(String what) {
    return SqlText.of(IncomingEffort.class, kind + "_" + what + ".sql");
  }

  final void row(@Nullable Object... values) throws SQLException {
    copy.row(values);
  }

  /** Ends the copying: the temporary table has all rows. */
  public final void copied() throws SQLException {
    copy.end();
  }

  /**
   * One whose key is stored already.
   *
   * @param line where it stands in the file
   * @param responsible the station that answers for what is stored
   * @param same whether both say the same
   * @param differs what is stored, and what the file says
   */
  public record Clash(
      long line, String sourceRef, @Nullable String responsible, boolean same, String differs) {}

  /** Those whose key is stored already, by line. */
  public final List<Clash> clashes(boolean synthetic) throws SQLException {
    List<Clash> clashes = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql("clashes"))) {
      select.setBoolean(1, synthetic);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          clashes.add(
              new Clash(
                  row.getLong("line"),
                  row.getString("source_ref"),
                  row.getString("responsible_station"),
                  row.getBoolean("same"),
                  row.getString("differs")));
        }
      }
    }
    return clashes;
  }

  /** Replaces what is stored under the keys of these lines. */
  public final long replace(String account, boolean synthetic, List<Long> lines)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql("replace"))) {
      update.setString(1, account);
      update.setBoolean(2, synthetic);
      update.setArray(3, connection.createArrayOf("bigint", lines.toArray()));
      return update.executeLargeUpdate();
    }
  }

  /**
   * Stores those whose key is not there yet.
   *
   * @return how many
   */
  public final long store(String account, boolean synthetic) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql("store"))) {
      insert.setString(1, account);
      insert.setBoolean(2, synthetic);
      return insert.executeLargeUpdate();
    }
  }

  /** Breaks the copying off where it didn't end. */
  @Override
  public final void close() throws SQLException {
    copy.close();
  }
}
