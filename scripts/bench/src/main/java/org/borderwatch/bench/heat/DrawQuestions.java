package org.borderwatch.bench.heat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.Weight;

/**
 * Draws the tiles to ask for, the same each time: the tile of a random detection, so that a tile
 * comes as often as it has detections; a period of 1 to 12 months; and for half of them one or two
 * conditions on attributes. Words: data folder, folder of results, number of tiles.
 */
public final class DrawQuestions {
  private static final long SEED = 20240630;
  private static final int[] ZOOMS = {10, 12, 14};
  private static final int MOST_MONTHS = 12;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final List<String> GROUPS = List.of("1/3", "2/10", "5/..", "4");

  private final Draw draw = new Draw(SEED);
  private final Connection connection;
  private final long lastRow;
  private final LocalDate firstDay;
  private final LocalDate lastDay;

  private DrawQuestions(Connection connection) throws SQLException {
    this.connection = connection;
    this.lastRow = Rows.one(connection, "SELECT max(row_no) FROM detection", r -> r.getLong(1));
    this.firstDay = day("SELECT min(observed_at) FROM detection");
    this.lastDay = day("SELECT max(observed_at) FROM detection");
  }

  private record Place(double lon, double lat, String station) {}

  /** Draws and writes them. */
  public static void main(String[] words) throws Exception {
    try (BenchDatabase database = BenchDatabase.open(Path.of(words[0]));
        Connection connection = database.connection()) {
      List<TileQuestion> questions =
          new DrawQuestions(connection).questions(Integer.parseInt(words[2]));
      TileQuestion.write(Path.of(words[1]).resolve("questions.tsv"), questions);
    }
  }

  private List<TileQuestion> questions(int tiles) throws SQLException {
    List<TileQuestion> questions = new ArrayList<>();
    for (int no = 0; no < tiles; no++) {
      questions.add(question(no, ZOOMS[no % ZOOMS.length]));
    }
    return questions;
  }

  private TileQuestion question(int no, int zoom) throws SQLException {
    Place place = place();
    int months = 1 + draw.below(MOST_MONTHS);
    LocalDate latestStart = lastDay.plusDays(1).minusMonths(months);
    LocalDate start =
        firstDay.plusDays(draw.below((int) ChronoUnit.DAYS.between(firstDay, latestStart) + 1));
    return new TileQuestion(
        no,
        TileQuestion.tileOf(place.lon(), place.lat(), zoom),
        draw.chance(0.5) ? Weight.DETECTIONS : Weight.PERSONS,
        midnight(start),
        midnight(start.plusMonths(months)).minusSeconds(1),
        attributes(place));
  }

  private FilterText attributes(Place place) {
    FilterText filter = FilterText.NONE;
    if (draw.chance(0.5)) {
      return filter;
    }
    List<String> names = List.of("direction", "setting", "source", "persons", "station");
    for (String name : draw.some(names, 1 + draw.below(2))) {
      filter =
          filter.with(
              name,
              switch (name) {
                case "direction" -> draw.oneOrTwo(Direction.class);
                case "setting" -> draw.oneOrTwo(Setting.class);
                case "source" -> draw.oneOrTwo(Source.class);
                case "persons" -> draw.oneOf(GROUPS);
                default -> place.station();
              });
    }
    return filter;
  }

  private Place place() throws SQLException {
    String sql =
        "SELECT ST_X(geom), ST_Y(geom), responsible_station FROM detection"
            + " WHERE row_no >= ? AND responsible_station IS NOT NULL ORDER BY row_no LIMIT 1";
    return Rows.one(
        connection,
        sql,
        row -> new Place(row.getDouble(1), row.getDouble(2), row.getString(3)),
        draw.upTo(lastRow));
  }

  private LocalDate day(String sql) throws SQLException {
    return Rows.one(connection, sql, row -> row.getObject(1, OffsetDateTime.class))
        .atZoneSameInstant(ZONE)
        .toLocalDate();
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
