package org.borderwatch.server.effort;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.borderwatch.data.effort.Fix;
import org.borderwatch.data.effort.PatrolTrack;
import org.borderwatch.server.database.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Patrol tracks on their way into the table, in the transaction of a connection: by COPY into the
 * temporary table {@code incoming_track}, then on. Not for several threads.
 */
public final class IncomingTracks implements AutoCloseable {
  private static final String CREATE = SqlText.of(IncomingTracks.class, "track_incoming.sql");
  private static final String STORE = SqlText.of(IncomingTracks.class, "track_store.sql");

  private final Connection connection;
  private final TextCopy copy;

  /** Makes the temporary table and begins to copy. */
  public IncomingTracks(Connection connection) throws SQLException {
    this.connection = connection;
    copy = TextCopy.begin(connection, CREATE, "incoming_track");
  }

  /**
   * Adds a track.
   *
   * @param line where it stood in its file
   * @param responsible the station to show it by, or null where none answers
   */
  public void add(long line, PatrolTrack track, @Nullable String responsible) throws SQLException {
    long began = track.firstSecond();
    StringBuilder geometry = new StringBuilder("SRID=4326;MULTILINESTRING(");
    StringBuilder seconds = new StringBuilder("{");
    for (List<Fix> leg : track.legs()) {
      geometry.append(geometry.charAt(geometry.length() - 1) == '(' ? "(" : ",(");
      for (int i = 0; i < leg.size(); i++) {
        Fix fix = leg.get(i);
        geometry.append(i == 0 ? "" : ",").append(fix.lon()).append(' ').append(fix.lat());
        seconds.append(seconds.length() == 1 ? "" : ",").append(fix.second() - began);
      }
      geometry.append(')');
    }
    copy.row(
        line,
        track.station(),
        responsible,
        track.sourceRef(),
        track.team(),
        track.start(),
        track.end(),
        geometry.append(')'),
        seconds.append('}'),
        track.km(),
        track.hours());
  }

  /** Ends the copying: the temporary table has all rows. */
  public void copied() throws SQLException {
    copy.end();
  }

  /**
   * Stores those whose key is not there yet.
   *
   * @return how many
   */
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
