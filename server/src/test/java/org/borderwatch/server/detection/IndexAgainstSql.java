package org.borderwatch.server.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;

/** Says that a view counts what PostGIS counts; nobody may write meanwhile. */
final class IndexAgainstSql {
  private static final LonLatBox WORLD = new LonLatBox(-180, -90, 180, 90);
  private static final Map<String, Word[]> WORDS =
      Map.of(
          "direction", Direction.values(),
          "setting", Setting.values(),
          "source", Source.values(),
          "outcome", Outcome.values(),
          "borderWith", Neighbour.values(),
          "indicators", Indicator.values());

  private final SqlCounts sql;

  IndexAgainstSql(Database database) {
    this.sql = new SqlCounts(database);
  }

  /** Every point to the last bit, every day and every hundred metres of border. */
  void assertSame(DetectionView view) throws SQLException {
    DetectionFilter all = DetectionFilter.ALL;
    assertThat(view.totals(all)).isEqualTo(sql.totals(all));
    assertThat(view.extent(all)).isEqualTo(sql.extent(all));
    assertThat(view.bySteps(all, TimeStep.DAY)).isEqualTo(sql.bySteps(all, TimeStep.DAY));
    assertThat(view.bySections(all, 100, Optional.empty()))
        .isEqualTo(sql.bySections(all, 100, Optional.empty()));
    List<String> stored = new ArrayList<>();
    sql.points(all, WORLD, Weight.PERSONS, (lon, lat, n) -> stored.add(lon + " " + lat + " " + n));
    List<String> indexed = new ArrayList<>();
    view.points(
        all, WORLD, Weight.PERSONS, (lon, lat, n) -> indexed.add(lon + " " + lat + " " + n));
    stored.sort(null);
    indexed.sort(null);
    assertThat(indexed).isEqualTo(stored);
  }

  /** The sums of each word, of either kind, of stations, and of filters made by chance. */
  void assertSameByFilter(DetectionView view, Random random) throws SQLException {
    for (Map.Entry<String, Word[]> list : WORDS.entrySet()) {
      for (Word word : list.getValue()) {
        assertSame(view, Map.of(list.getKey(), word.code()));
      }
    }
    assertSame(view, Map.of("synthetic", "true"));
    assertSame(view, Map.of("synthetic", "false"));
    for (int station = 0; station < 50; station++) {
      assertSame(view, Map.of("station", "ST-" + random.nextInt(700)));
    }
    for (int i = 0; i < 100; i++) {
      assertSame(view, anyQuery(random));
    }
  }

  private void assertSame(DetectionView view, Map<String, String> query) throws SQLException {
    DetectionFilter filter = DetectionFilterQuery.parse(query::get);
    assertThat(view.totals(filter)).as("%s", query).isEqualTo(sql.totals(filter));
  }

  private static Map<String, String> anyQuery(Random random) {
    Map<String, String> query = new HashMap<>();
    LocalDate day = LocalDate.parse("2023-01-01").plusDays(random.nextInt(700));
    String second = "T%02d:%02d:59+07:00".formatted(random.nextInt(24), random.nextInt(60));
    maybe(random, query, "datetime", day + second + "/" + day.plusDays(random.nextInt(200)));
    double lon = 106 + random.nextDouble();
    double lat = 21.5 + random.nextDouble();
    maybe(random, query, "bbox", lon + "," + lat + "," + (lon + 0.5) + "," + (lat + 0.5));
    maybe(random, query, "persons", random.nextInt(4) + "/" + (4 + random.nextInt(300)));
    maybe(random, query, "borderKm", random.nextInt(900) + "/" + 1300 * random.nextDouble(0.7, 1));
    WORDS.forEach(
        (name, words) -> maybe(random, query, name, words[random.nextInt(words.length)].code()));
    return query;
  }

  private static void maybe(Random random, Map<String, String> query, String name, String text) {
    if (random.nextInt(4) == 0) {
      query.put(name, text);
    }
  }
}
