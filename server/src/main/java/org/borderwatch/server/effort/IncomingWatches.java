package org.borderwatch.server.effort;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.borderwatch.data.effort.SensorWatch;
import org.borderwatch.server.database.SqlText;
import org.jspecify.annotations.Nullable;

/** Sensor watches on their way into the table, as {@link IncomingTracks} are. */
public final class IncomingWatches implements AutoCloseable {
  private static final String CREATE = SqlText.of(IncomingWatches.class, "watch_incoming.sql");
  private static final String STORE = SqlText.of(IncomingWatches.class, "watch_store.sql");

  private final Connection connection;
  private final TextCopy copy;

  /** Makes the temporary table and begins to copy. */
  public IncomingWatches(Connection connection) throws SQLException {
    this.connection = connection;
    copy = TextCopy.begin(connection, CREATE, "incoming_watch");
  }

  /** Adds a watch, see {@link IncomingTracks#add}. */
  public void add(long line, SensorWatch watch, @Nullable String responsible) throws SQLException {
    copy.row(
        line,
        watch.station(),
        responsible,
        watch.sourceRef(),
        watch.from(),
        watch.until(),
        "SRID=4326;POINT(" + watch.lon() + " " + watch.lat() + ")",
        watch.radiusMetres());
  }

  /** Ends the copying: the temporary table has all rows. */
  public void copied() throws SQLException {
    copy.end();
  }

  /** Stores those whose key is not there yet, see {@link IncomingTracks#store}. */
  public long store(String account, boolean synthetic) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(STORE)) {
      insert.setString(1, account);
      insert.setBoolean(2, synthetic);
      return insert.executeLargeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    copy.close();
  }
}
