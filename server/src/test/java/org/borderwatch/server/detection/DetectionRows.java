package org.borderwatch.server.detection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.borderwatch.server.database.Database;

/** Puts rows into the store for tests, as plainly as SQL can. */
public final class DetectionRows {
  private final Database database;
  private final String prefix;
  private int next = 1;

  public DetectionRows(Database database) {
    this(database, "row");
  }

  public DetectionRows(Database database, String prefix) {
    this.database = database;
    this.prefix = prefix;
  }

  /** A synthetic patrol detection on a trail along the border with China. */
  public void add(String observedAt, double lon, double lat, int persons, double borderKm)
      throws SQLException {
    add(observedAt, lon, lat, persons, borderKm, true);
  }

  public void add(
      String observedAt, double lon, double lat, int persons, double borderKm, boolean synthetic)
      throws SQLException {
    try (Connection connection = database.connection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO detection (source, source_ref, observed_at, geom, direction, setting,
                  outcome, persons, border_with, border_km, border_offset_m, synthetic, recorded_by)
                VALUES ('patrol', ?, ?::timestamptz, ST_SetSRID(ST_MakePoint(?, ?), 4326), 'exit',
                  'trail', 'observed', ?, 'CN', ?, 100, ?, 'test')
                """)) {
      insert.setString(1, prefix + "-" + next++);
      insert.setString(2, observedAt);
      insert.setDouble(3, lon);
      insert.setDouble(4, lat);
      insert.setInt(5, persons);
      insert.setDouble(6, borderKm);
      insert.setBoolean(7, synthetic);
      insert.executeUpdate();
    }
  }
}
