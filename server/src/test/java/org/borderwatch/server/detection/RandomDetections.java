package org.borderwatch.server.detection;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows made by chance into the store by plain SQL: every word, nulls, crowds, unrounded
 * numbers.
 */
final class RandomDetections {
  private static final String INSERT =
      """
      INSERT INTO detection (source, source_ref, observed_at, geom, direction, setting, outcome,
        persons, women, children, indicators, border_with, border_km, border_offset_m,
        responsible_station, synthetic, recorded_by)
      VALUES (?, ?, '2023-01-01 00:00:00+07'::timestamptz + make_interval(secs => ?),
        ST_SetSRID(ST_MakePoint(?, ?), 4326), ?, ?, ?, ?, ?, ?, ?, ?, ?, 100, ?, ?, 'test')
      """;

  private final Random random;

  RandomDetections(long seed) {
    this.random = new Random(seed);
  }

  /** Inserts rows in one batch, in the transaction of {@code connection}. */
  void insert(Connection connection, int rows) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int i = 0; i < rows; i++) {
        bind(insert);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void bind(PreparedStatement insert) throws SQLException {
    int persons = persons();
    @Nullable Integer women = random.nextInt(4) == 0 ? null : random.nextInt(persons + 1);
    int others = persons - (women == null ? 0 : women);
    insert.setString(1, pick(Source.values()));
    insert.setString(2, "any:" + new UUID(random.nextLong(), random.nextLong()));
    insert.setInt(3, random.nextInt(2 * 365 * 86_400));
    insert.setDouble(4, 106.7 + 0.4 * random.nextGaussian());
    insert.setDouble(5, 21.97 + 0.4 * random.nextGaussian());
    insert.setString(6, pick(Direction.values()));
    insert.setString(7, pick(Setting.values()));
    insert.setString(8, pick(Outcome.values()));
    insert.setInt(9, persons);
    insert.setObject(10, women, Types.INTEGER);
    insert.setObject(11, random.nextInt(4) == 0 ? null : random.nextInt(others + 1), Types.INTEGER);
    insert.setArray(12, indicators(insert.getConnection()));
    insert.setString(13, pick(Neighbour.values()));
    insert.setDouble(14, random.nextInt(9) == 0 ? 4293.9999994 : 1300 * random.nextDouble());
    insert.setString(15, random.nextInt(5) == 0 ? null : "ST-" + random.nextInt(700));
    insert.setBoolean(16, random.nextBoolean());
  }

  private int persons() {
    return switch (random.nextInt(40)) {
      case 0 -> 255 + random.nextInt(3);
      case 1 -> 300;
      case 2 -> 5_000 + random.nextInt(100_000);
      default -> 1 + random.nextInt(8);
    };
  }

  private Array indicators(Connection connection) throws SQLException {
    String[] words =
        random.nextInt(2) == 0
            ? new String[0]
            : Arrays.stream(Indicator.values())
                .filter(word -> random.nextInt(4) == 0)
                .map(Word::code)
                .toArray(String[]::new);
    return connection.createArrayOf("text", words);
  }

  private String pick(Word[] words) {
    return words[random.nextInt(words.length)].code();
  }
}
