package org.borderwatch.bench.heat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.borderwatch.data.Word;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.column.FixedMercator;
import org.borderwatch.server.detection.column.RowWords;

/**
 * Detections as nothing but arrays, in the order in which the table has them. What they hold is
 * what {@link DrawQuestions} asks about.
 */
final class PlainRows {
  private static final int FETCH_ROWS = 50_000;
  private static final String SQL =
      """
      SELECT ST_X(geom), ST_Y(geom), extract(epoch FROM observed_at)::bigint, direction, setting, source,
             persons, coalesce(responsible_station, '')
      FROM detection
      """;

  int[] x;
  int[] y;
  int[] seconds;
  int[] words;
  int[] persons;
  char[] stations;
  int size;
  private final Map<String, Character> stationCodes;

  private PlainRows(int capacity, Map<String, Character> stationCodes) {
    x = new int[capacity];
    y = new int[capacity];
    seconds = new int[capacity];
    words = new int[capacity];
    persons = new int[capacity];
    stations = new char[capacity];
    this.stationCodes = stationCodes;
  }

  /** Every row of a table of {@code rows}. */
  static PlainRows load(Connection connection, int rows) throws SQLException {
    PlainRows all = new PlainRows(rows, new HashMap<>());
    connection.setAutoCommit(false); // Only then the driver streams.
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet row = statement.executeQuery(SQL)) {
        while (row.next()) {
          all.add(row);
        }
      }
    }
    connection.rollback();
    return all;
  }

  private void add(ResultSet row) throws SQLException {
    x[size] = FixedMercator.x(row.getDouble(1));
    y[size] = FixedMercator.y(row.getDouble(2));
    seconds[size] = second(Instant.ofEpochSecond(row.getLong(3)));
    words[size] =
        RowWords.bit(Word.byCode(Direction.class, row.getString(4)).orElseThrow())
            | RowWords.bit(Word.byCode(Setting.class, row.getString(5)).orElseThrow())
            | RowWords.bit(Word.byCode(Source.class, row.getString(6)).orElseThrow());
    persons[size] = row.getInt(7);
    stations[size] =
        stationCodes.computeIfAbsent(row.getString(8), name -> (char) (stationCodes.size() + 1));
    size++;
  }

  /** Those within an area, in arrays that hold no others. */
  PlainRows within(ScanArea area) {
    PlainRows some = new PlainRows(size, stationCodes);
    for (int i = 0; i < size; i++) {
      if (area.holds(x[i], y[i])) {
        int to = some.size++;
        some.x[to] = x[i];
        some.y[to] = y[i];
        some.seconds[to] = seconds[i];
        some.words[to] = words[i];
        some.persons[to] = persons[i];
        some.stations[to] = stations[i];
      }
    }
    some.x = Arrays.copyOf(some.x, some.size);
    some.y = Arrays.copyOf(some.y, some.size);
    some.seconds = Arrays.copyOf(some.seconds, some.size);
    some.words = Arrays.copyOf(some.words, some.size);
    some.persons = Arrays.copyOf(some.persons, some.size);
    some.stations = Arrays.copyOf(some.stations, some.size);
    return some;
  }

  /** 0 when no row has that station. */
  char station(String code) {
    return stationCodes.getOrDefault(code, (char) 0);
  }

  /** Seconds since 2000, as the columns have them. */
  static int second(Instant time) {
    return Math.toIntExact(time.getEpochSecond() - 946_684_800L);
  }
}
