package org.borderwatch.server.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.DetectionView.SectionCount;
import org.borderwatch.server.detection.DetectionView.StepCount;
import org.borderwatch.server.testing.PostgisTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetectionViewTest {
  private static final LonLatBox WORLD = new LonLatBox(-180, -90, 180, 90);

  private final Database database;
  private final DetectionIndex index;
  private long rows;
  private long persons;

  DetectionViewTest(Database database) {
    this.database = database;
    this.index = new DetectionIndex(database);
  }

  @BeforeAll
  void fill() throws SQLException {
    DetectionRows store = new DetectionRows(database);
    Random random = new Random(20240630);
    for (int i = 0; i < 400; i++) {
      String day = LocalDate.parse("2024-01-01").plusDays(random.nextInt(182)).toString();
      String time = "%s %02d:%02d:%02d+07".formatted(day, random.nextInt(24), 30, i % 60);
      int group = 1 + random.nextInt(9);
      store.add(
          time,
          106.5 + random.nextDouble(),
          21.5 + random.nextDouble(),
          group,
          1060 + 230 * random.nextDouble());
      persons += group;
    }
    store.add("2024-07-01 00:30:00+07", 106.7, 21.9, 5, 1150);
    rows = 401;
    persons += 5;
    index.start();
    index.refresh();
  }

  @AfterAll
  void close() {
    index.close();
  }

  private static DetectionFilter filter(String... namesAndTexts) {
    Map<String, String> query = new java.util.HashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      query.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return DetectionFilterQuery.parse(query::get);
  }

  @Test
  void halfPastMidnightOnTheFirstOfJulyCountsInJuly() {
    DetectionView view = index.view();
    List<StepCount> months = view.bySteps(filter(), TimeStep.MONTH);
    assertThat(months.get(months.size() - 1))
        .isEqualTo(new StepCount(LocalDate.parse("2024-07-01"), 1, 5));
    assertThat(view.totals(filter("datetime", "2024-07-01")).detections()).isEqualTo(1);
    assertThat(view.totals(filter("datetime", "2024-01-01/2024-06-30")).detections())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "datetime=2024-02-01/2024-03-15",
        "bbox=106.7,21.8,107.1,22.2",
        "persons=2/5",
        "borderKm=1100/1200",
        "bbox=106.5,21.5,107,22.5&persons=4/..&datetime=2024-03-01/..",
        "direction=entry",
      })
  void everySumOfTheSameFilterIsTheSame(String query) {
    DetectionView view = index.view();
    DetectionFilter filter =
        query.isEmpty() ? filter() : filter(query.replace('&', '=').split("="));
    DetectionView.Totals totals = view.totals(filter);
    AtomicLong points = new AtomicLong();
    AtomicLong people = new AtomicLong();
    view.points(filter, WORLD, Weight.DETECTIONS, (lon, lat, weight) -> points.addAndGet(weight));
    view.points(filter, WORLD, Weight.PERSONS, (lon, lat, weight) -> people.addAndGet(weight));
    assertThat(points.get()).isEqualTo(totals.detections());
    assertThat(people.get()).isEqualTo(totals.persons());
    AtomicLong eventPersons = new AtomicLong();
    AtomicLong seconds = new AtomicLong();
    view.events(
        filter,
        () ->
            (lon, lat, second, group, source, with, km) -> {
              eventPersons.addAndGet(group);
              seconds.addAndGet(second);
              assertThat(source).isEqualTo(Source.PATROL);
              assertThat(with).isEqualTo(Neighbour.CN);
              assertThat(km).isBetween(1000.0, 1290.0);
            });
    assertThat(eventPersons.get()).isEqualTo(totals.persons());
    if (totals.detections() > 0) {
      assertThat(Instant.ofEpochSecond(seconds.get() / totals.detections()))
          .isBetween(view.extent(filter).first().get(), view.extent(filter).last().get());
    }
    for (TimeStep step : TimeStep.values()) {
      List<StepCount> bins = view.bySteps(filter, step);
      assertThat(bins.stream().mapToLong(StepCount::detections).sum())
          .isEqualTo(totals.detections());
      assertThat(bins.stream().mapToLong(StepCount::persons).sum()).isEqualTo(totals.persons());
    }
    List<SectionCount> sections = view.bySections(filter, 5000, Optional.of(TimeStep.MONTH));
    assertThat(sections.stream().mapToLong(SectionCount::persons).sum())
        .isEqualTo(totals.persons());
    if (query.isEmpty()) {
      assertThat(totals.detections()).isEqualTo(rows);
      assertThat(totals.persons()).isEqualTo(persons);
    }
  }

  @Test
  void aRealRowChangesTheVersionAndTheKindThatIsMeant() throws SQLException {
    DetectionView before = index.view();
    assertThat(before.decide(filter()).synthetic()).contains(true);
    new DetectionRows(database, "real").add("2020-01-01 00:00:00+07", 106, 22, 1, 1000, false);
    index.refresh();
    DetectionView with = index.view();
    assertThat(with.version()).isNotEqualTo(before.version());
    assertThat(with.decide(filter()).synthetic()).contains(false);
    assertThat(with.decide(filter("synthetic", "true")).synthetic()).contains(true);
    DataVersion version = new DataVersion(database);
    assertThat(new DataKind(database, version).decide(filter()).synthetic()).contains(false);
    try (var connection = database.connection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM detection WHERE NOT synthetic");
    }
    index.refresh();
    assertThat(index.view().decide(filter()).synthetic()).contains(true);
    assertThat(new DataKind(database, version).decide(filter()).synthetic()).contains(true);
    assertThat(before.decide(filter()).synthetic()).contains(true);
  }
}
