package org.borderwatch.server.detection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.DetectionView.Extent;
import org.borderwatch.server.detection.DetectionView.SectionCount;
import org.borderwatch.server.detection.DetectionView.StepCount;
import org.borderwatch.server.detection.DetectionView.Totals;

/** What the index counts, asked of PostGIS as plainly as SQL can: slow, and right. */
final class SqlCounts {
  private static final int FETCH_ROWS = 20_000;

  /** The first day, in Viet Nam, of the step in which a detection was observed. */
  private static final String STEP =
      "date_trunc(?, d.observed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date";

  private final Database database;

  SqlCounts(Database database) {
    this.database = database;
  }

  /** Gives every point of {@code filter} that lies in {@code box} to {@code sink}. */
  void points(DetectionFilter filter, LonLatBox box, Weight weight, PointSink sink)
      throws SQLException {
    SqlCondition condition = SqlCondition.of(filter).and(box);
    String sql =
        "SELECT ST_X(d.geom), ST_Y(d.geom), d.persons FROM detection AS d WHERE " + condition.sql();
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false); // Only then the driver streams.
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setFetchSize(FETCH_ROWS);
        condition.bind(statement, 1);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            sink.point(
                row.getDouble(1), row.getDouble(2), weight == Weight.PERSONS ? row.getInt(3) : 1);
          }
        }
      }
      connection.commit();
    }
  }

  Totals totals(DetectionFilter filter) throws SQLException {
    return query(
            "count(*), coalesce(sum(d.persons), 0), coalesce(sum(d.women), 0),"
                + " coalesce(sum(d.children), 0)",
            "",
            filter,
            List.of(),
            row -> new Totals(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
        .get(0);
  }

  /** Counts by step, rising; steps without a detection are absent. */
  List<StepCount> bySteps(DetectionFilter filter, TimeStep step) throws SQLException {
    return query(
        STEP + " AS start, count(*), sum(d.persons)",
        "GROUP BY start ORDER BY start",
        filter,
        List.of(step.code()),
        row -> new StepCount(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3)));
  }

  /** Counts by section {@code floor(km * 1000 / sectionMetres)} of one neighbour's line, rising. */
  List<SectionCount> bySections(
      DetectionFilter filter, double sectionMetres, Optional<TimeStep> step) throws SQLException {
    List<Object> binds = new ArrayList<>();
    step.ifPresent(s -> binds.add(s.code()));
    binds.add(sectionMetres);
    return query(
        (step.isPresent() ? STEP : "NULL::date")
            + " AS start, floor(d.border_km * 1000 / ?)::bigint AS section, count(*),"
            + " sum(d.persons)",
        "GROUP BY section, start ORDER BY section, start",
        filter,
        binds,
        row ->
            new SectionCount(
                row.getLong(2),
                Optional.ofNullable(row.getObject(1, LocalDate.class)),
                row.getLong(3),
                row.getLong(4)));
  }

  Extent extent(DetectionFilter filter) throws SQLException {
    return query(
            "min(d.observed_at), max(d.observed_at)",
            "",
            filter,
            List.of(),
            row ->
                new Extent(
                    Optional.ofNullable(row.getTimestamp(1)).map(java.sql.Timestamp::toInstant),
                    Optional.ofNullable(row.getTimestamp(2)).map(java.sql.Timestamp::toInstant)))
        .get(0);
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(
      String columns, String tail, DetectionFilter filter, List<Object> binds, RowReader<T> reader)
      throws SQLException {
    SqlCondition condition = SqlCondition.of(filter);
    String sql = "SELECT " + columns + " FROM detection AS d WHERE " + condition.sql() + " " + tail;
    try (Connection connection = database.connection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      int index = 1;
      for (Object bind : binds) {
        statement.setObject(index++, bind);
      }
      condition.bind(statement, index);
      List<T> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
      return rows;
    }
  }
}
