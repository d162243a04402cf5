package org.borderwatch.server.effort;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.database.SqlText;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Reads effort on a connection that is in a transaction. */
final class EffortRepository {
  private static final String VERSION = SqlText.of(EffortRepository.class, "effort_version.sql");
  private static final String TRACKS = SqlText.of(EffortRepository.class, "effort_tracks.sql");
  private static final String WATCHES = SqlText.of(EffortRepository.class, "effort_watches.sql");
  private static final int FETCHED_AT_ONCE = 1_000;

  private final Connection connection;

  EffortRepository(Connection connection) {
    this.connection = connection;
  }

  /** What is visible, as a word that changes with it. */
  String version() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(VERSION)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Every track and watch. */
  EffortRows all() throws SQLException {
    EffortRows rows = new EffortRows();
    try (PreparedStatement tracks = inBinary(TRACKS);
        ResultSet track = tracks.executeQuery()) {
      while (track.next()) {
        addTrack(track, rows);
      }
    }
    try (PreparedStatement watches = inBinary(WATCHES);
        ResultSet watch = watches.executeQuery()) {
      while (watch.next()) {
        rows.watch(
            watch.getString("responsible_station"),
            watch.getBoolean("synthetic"),
            new LonLat(watch.getDouble("lon"), watch.getDouble("lat")),
            watch.getDouble("radius_m"),
            watch.getLong("since"),
            watch.getLong("until"));
      }
    }
    return rows;
  }

  /** The driver else asks for texts, which take several times as long to read. */
  private PreparedStatement inBinary(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
    statement.setFetchSize(FETCHED_AT_ONCE);
    return statement;
  }

  private static void addTrack(ResultSet track, EffortRows rows) throws SQLException {
    long started = track.getLong("started");
    Array array = track.getArray("seconds");
    @Nullable Integer[] seconds = (Integer[]) array.getArray();
    array.free();
    // Well-known binary, little end first, as asked for.
    ByteBuffer legs = ByteBuffer.wrap(track.getBytes("legs")).order(ByteOrder.LITTLE_ENDIAN);
    legs.position(5);
    rows.track(track.getString("responsible_station"), track.getBoolean("synthetic"));
    int vertex = 0;
    for (int left = legs.getInt(); left > 0; left--) {
      legs.position(legs.position() + 5);
      int size = legs.getInt();
      double[] lon = new double[size];
      double[] lat = new double[size];
      long[] second = new long[size];
      for (int i = 0; i < size; i++) {
        lon[i] = legs.getDouble();
        lat[i] = legs.getDouble();
        Integer offset = seconds[vertex++];
        second[i] = started + (offset == null ? 0 : offset);
      }
      rows.leg(lon, lat, second);
    }
  }
}
