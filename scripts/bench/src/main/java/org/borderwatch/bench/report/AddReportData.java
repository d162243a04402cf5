package org.borderwatch.bench.report;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.effort.PatrolTrack;
import org.borderwatch.data.effort.SensorWatch;
import org.borderwatch.data.place.Places;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.effort.IncomingTracks;
import org.borderwatch.server.effort.IncomingWatches;

/**
 * Adds what a report needs besides detections: the patrols and sensors of the demo, and counts of
 * 44 units and every indicator for six half-years. Words: the data folder.
 */
public final class AddReportData {
  /** Units that are there make way for none: what is missing to 44 is added as agencies. */
  private static final String UNITS =
      """
      INSERT INTO unit (code, name_vi, name_en, kind, parent, synthetic)
      SELECT 'CQ-' || lpad(i::text, 2, '0'), 'Cơ quan ' || i, 'Agency ' || i, 'agency', 'VN', true
      FROM generate_series(1, 44 - (SELECT count(*)::int FROM unit WHERE code <> 'VN')) AS i
      ON CONFLICT DO NOTHING
      """;

  private static final String CELLS =
      """
      INSERT INTO outcome_cell (unit, indicator, first_day, until_day)
      SELECT u.code, i.code, d::date, (d + interval '6 months')::date
      FROM unit AS u CROSS JOIN outcome_indicator AS i
        CROSS JOIN generate_series(timestamp '2021-07-01', '2024-01-01', interval '6 months') AS d
      WHERE u.code <> 'VN'
      ON CONFLICT DO NOTHING
      """;

  private static final String COUNTS =
      """
      INSERT INTO outcome_count (cell, version, value, reason, made_by)
      SELECT c.id, 1, 1 + abs(hashtext(c.id::text)) % 60, 'entered', 'bench'
      FROM outcome_cell AS c
      WHERE NOT EXISTS (SELECT FROM outcome_count AS v WHERE v.cell = c.id)
      """;

  private AddReportData() {}

  /** Adds. */
  public static void main(String[] words) throws Exception {
    try (Storage storage = Storage.open(Path.of(words[0]), null, 1);
        Connection owner = storage.owner().connect();
        Statement statement = owner.createStatement()) {
      statement.execute("SET search_path = borderwatch, public");
      owner.setAutoCommit(false);
      statement.executeUpdate(UNITS);
      statement.executeUpdate(CELLS);
      int counts = statement.executeUpdate(COUNTS);
      if (counts > 0) {
        addEffort(owner);
      }
      owner.commit();
      owner.setAutoCommit(true);
      statement.execute("VACUUM (ANALYZE)");
    }
  }

  private static void addEffort(Connection owner) throws SQLException {
    Scenario scenario = Scenario.demo(LandBorder.load(), Places.load());
    try (IncomingTracks incoming = new IncomingTracks(owner)) {
      Iterator<PatrolTrack> tracks = scenario.patrolTracks();
      for (long line = 1; tracks.hasNext(); line++) {
        PatrolTrack track = tracks.next();
        incoming.add(line, track, track.station());
      }
      incoming.copied();
      incoming.store("bench", true);
    }
    try (IncomingWatches incoming = new IncomingWatches(owner)) {
      long line = 1;
      for (SensorWatch watch : scenario.sensorWatches()) {
        incoming.add(line++, watch, watch.station());
      }
      incoming.copied();
      incoming.store("bench", true);
    }
  }
}
