package org.borderwatch.server.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.hotspot.emerging.MannKendall;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.study.StudySources;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hotspots of what is stored, through the public process. */
class StoredHotspotsTest {
  private static final LonLat HERE = TestStudy.inside(1155, 1000);
  private static final LonLat THERE = TestStudy.inside(1170, 1000);
  private static final String DAY = "2024-03-05T18:00:00Z";

  private static JsonNode run(TestStudy study, String inputs) throws Exception {
    return TestStudy.run(study.sources(), "hotspots", inputs);
  }

  private static JsonNode hottest(JsonNode found) {
    JsonNode hottest = null;
    for (JsonNode cell : found.at("/features")) {
      if (hottest == null
          || cell.at("/properties/giz").asDouble(-99)
              > hottest.at("/properties/giz").asDouble(-99)) {
        hottest = cell;
      }
    }
    return hottest;
  }

  private static double sum(JsonNode found, String property) {
    double sum = 0;
    for (JsonNode cell : found.at("/features")) {
      sum += cell.at("/properties/" + property).asDouble();
    }
    return sum;
  }

  private static JsonNode cellOf(JsonNode found, double value, String property) {
    for (JsonNode cell : found.at("/features")) {
      if (cell.at("/properties/" + property).asDouble() == value) {
        return cell;
      }
    }
    throw new AssertionError("no cell with " + property + " " + value);
  }

  @Test
  void anEmptyStoreGivesAnEmptyMap() throws Exception {
    JsonNode found = run(TestStudy.empty(), "{}");
    assertThat(found.at("/features")).isEmpty();
    assertThat(found.at("/summary/n").asInt(-1)).isZero();
    assertThat(found.at("/summary/mean").isNull()).isTrue();
  }

  @Test
  void oneDetectionMakesAStudyOfTenKilometresOfBorder() throws Exception {
    JsonNode found = run(TestStudy.empty().seen(HERE, DAY, 1, 4, Source.PATROL), "{}");
    assertThat(found.at("/features").size()).isBetween(10, 60);
    assertThat(sum(found, "detections")).isEqualTo(1);
    assertThat(sum(found, "persons")).isEqualTo(4);
    for (JsonNode cell : found.at("/features")) {
      assertThat(cell.at("/properties/border_with").asText()).isEqualTo("CN");
      assertThat(cell.path("id").asText()).matches("h-\\d+-\\d+");
      assertThat(cell.at("/properties/patrolled").isNull()).isTrue();
    }
    assertThat(found.at("/summary/period/from").asText()).isEqualTo("2024-03-06");
    assertThat(found.at("/summary/period/to").asText()).isEqualTo("2024-03-06");
    assertThat(found.at("/summary/synthetic").asBoolean()).isTrue();
    assertThat(found.at("/summary/distance").asText()).isEqualTo("EPSG:32648");
    assertThat(found.at("/summary/unit").asText()).isEqualTo("detections");
  }

  @Test
  void allInOneCellIsAHotspotThere() throws Exception {
    JsonNode found =
        run(
            TestStudy.empty().seen(HERE, DAY, 50, 2, Source.PATROL),
            "{\"filter\": {\"borderWith\": \"CN\", \"borderKm\": \"1100/1200\"}}");
    JsonNode cell = hottest(found);
    assertThat(cell.at("/properties/class_bh").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(sum(found, "detections")).isEqualTo(50);
  }

  @Test
  void theStudyAreaDoesNotDependOnWhatIsAskedAbout() throws Exception {
    TestStudy study =
        TestStudy.empty()
            .seen(HERE, DAY, 5, 2, Source.PATROL)
            .seen(THERE, DAY, 5, 2, Source.SENSOR)
            .station("A", Neighbour.CN, 1140, 1160)
            .station("B", Neighbour.CN, 1160, 1180)
            .station("C", Neighbour.CN, 1180, 1200);
    JsonNode all = run(study, "{}");
    JsonNode some = run(study, "{\"filter\": {\"source\": \"sensor\"}}");
    JsonNode later = run(study, "{\"filter\": {\"datetime\": \"2024-06-01/2024-06-30\"}}");
    assertThat(some.at("/summary/n")).isEqualTo(all.at("/summary/n"));
    assertThat(later.at("/summary/n")).isEqualTo(all.at("/summary/n"));
    assertThat(sum(some, "detections")).isEqualTo(5);
    assertThat(sum(later, "detections")).isZero();
    all.at("/features")
        .forEach(
            cell ->
                assertThat(cell.at("/properties/border_km").asDouble()).isBetween(1140.0, 1180.0));
    JsonNode one = run(study, "{\"filter\": {\"station\": \"C\"}}");
    assertThat(one.at("/summary/n").asInt()).isPositive();
    one.at("/features")
        .forEach(
            cell ->
                assertThat(cell.at("/properties/border_km").asDouble()).isBetween(1180.0, 1200.0));
  }

  @Test
  void everyDetectionIsCountedOnceWhateverTheCells() throws Exception {
    StudySources sources = TestStudy.demo();
    double rows = sources.detections().get().totals(DetectionFilter.ALL).detections();
    double persons = sources.detections().get().totals(DetectionFilter.ALL).persons();
    for (String cells :
        new String[] {
          "{}", "{\"cell\": \"square\"}", "{\"cellMetres\": 700}", "{\"weight\": \"persons\"}"
        }) {
      JsonNode found = TestStudy.run(sources, "hotspots", cells);
      assertThat(sum(found, "detections")).isEqualTo(rows);
      assertThat(sum(found, "persons")).isEqualTo(persons);
      boolean byPersons = cells.contains("persons");
      assertThat(sum(found, "value")).isEqualTo(byPersons ? persons : rows);
    }
  }

  @Test
  void aCellKeepsItsNameWhateverTheFilter() throws Exception {
    StudySources sources = TestStudy.demo();
    Map<String, String> rings = new HashMap<>();
    for (String inputs :
        new String[] {"{}", "{\"filter\": {\"borderKm\": [1100, 1150], \"borderWith\": \"CN\"}}"}) {
      JsonNode found = TestStudy.run(sources, "hotspots", inputs);
      for (JsonNode cell : found.at("/features")) {
        String ring = cell.path("geometry").toString();
        assertThat(rings.computeIfAbsent(cell.path("id").asText(), id -> ring)).isEqualTo(ring);
      }
    }
  }

  @Test
  void theSeriesOfACellAddUpToItsCounts() throws Exception {
    JsonNode found = TestStudy.run(TestStudy.demo(), "hotspots", "{\"series\": \"P1M\"}");
    assertThat(found.at("/summary/series/starts")).hasSize(30);
    assertThat(found.at("/summary/series/starts/0").asText()).isEqualTo("2022-01-01");
    assertThat(found.at("/features"))
        .allSatisfy(
            cell ->
                assertThat(cell.at("/properties/trend_z").asDouble())
                    .isEqualTo(
                        MannKendall.of(
                                Json.MAPPER.convertValue(
                                    cell.at("/properties/series/detections"), double[].class))
                            .z()));
    for (JsonNode cell : found.at("/features")) {
      double sum = 0;
      for (JsonNode month : cell.at("/properties/series/detections")) {
        sum += month.asDouble();
      }
      assertThat(sum).isEqualTo(cell.at("/properties/detections").asDouble());
    }
  }

  @Test
  void effortThatIsNotThereIsRefusedWithARemedy() {
    assertThatThrownBy(
            () ->
                run(
                    TestStudy.empty().seen(HERE, DAY, 1, 1, Source.PATROL),
                    "{\"exposure\": \"effort\"}"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("import patrol tracks")
        .hasMessageContaining("nhập tuyến tuần tra");
  }

  @Test
  void effortWithoutDetectionsIsAMapOfZeros() throws Exception {
    JsonNode found =
        run(
            TestStudy.empty().patrolled(HERE, DAY, 20),
            "{\"exposure\": \"effort\","
                + " \"filter\": {\"datetime\": \"2024-03-01/2024-03-31\", \"synthetic\": true}}");
    assertThat(found.at("/summary/n").asInt()).isPositive();
    JsonNode cell = cellOf(found, 20, "exposure");
    assertThat(cell.at("/properties/value").asDouble(-1)).isZero();
    assertThat(cell.at("/properties/giz").asDouble(-1)).isZero();
    assertThat(cell.at("/properties/patrolled").asText()).isEqualTo("yes");
  }

  @Test
  void ratesLeaveOutWhatNobodyWatchedForAndSayHowMuch() throws Exception {
    JsonNode found =
        run(
            TestStudy.empty()
                .patrolled(HERE, DAY, 100)
                .seen(HERE, DAY, 10, 3, Source.PATROL)
                .watched(THERE, DAY, 50)
                .seen(THERE, DAY, 20, 3, Source.SENSOR)
                .seen(HERE, DAY, 7, 3, Source.REPORT)
                .seen(HERE, DAY, 2, 3, Source.HANDOVER)
                .seen(TestStudy.inside(1160, 1000), DAY, 3, 1, Source.PATROL),
            "{\"exposure\": \"effort\", \"smoothing\": \"none\","
                + " \"filter\": {\"datetime\": \"2024-03-01/2024-03-31\"}}");
    assertThat(found.at("/summary/left_out/report").asInt()).isEqualTo(7);
    assertThat(found.at("/summary/left_out/handover").asInt()).isEqualTo(2);
    assertThat(found.at("/summary/left_out/unwatched").asInt()).isEqualTo(3);
    // 10 in 100 hours and 20 in 50: a sensor hour counts as four patrol hours.
    JsonNode standardisation = found.at("/summary/standardisation");
    assertThat(standardisation.path("patrol_rate").asDouble()).isCloseTo(0.1, within(1e-9));
    assertThat(standardisation.path("sensor_rate").asDouble()).isCloseTo(0.4, within(1e-9));
    assertThat(standardisation.path("sensor_hour_in_patrol_hours").asDouble())
        .isCloseTo(4, within(1e-9));
    JsonNode patrolledCell = cellOf(found, 19, "detections");
    JsonNode watchedCell = cellOf(found, 20, "detections");
    assertThat(patrolledCell.at("/properties/value").asDouble()).isCloseTo(10, within(1e-9));
    assertThat(watchedCell.at("/properties/value").asDouble()).isCloseTo(10, within(1e-6));
    assertThat(watchedCell.at("/properties/exposure").asDouble()).isCloseTo(200, within(1e-6));
    JsonNode alone = cellOf(found, 3, "detections");
    assertThat(alone.at("/properties/patrolled").asText()).isEqualTo("no");
    assertThat(alone.at("/properties/value").isNull()).isTrue();
    assertThat(alone.at("/properties/giz").isNull()).isTrue();
    assertThat(alone.at("/properties/class").asInt(-1)).isZero();
    assertThat(found.at("/summary/unit").asText()).isEqualTo("detections per 100 patrol hours");
  }

  @Test
  void aCellThatIsHardlyPatrolledIsScoredAndSaidSo() throws Exception {
    JsonNode found =
        run(
            TestStudy.empty()
                .patrolled(HERE, DAY, 13)
                .patrolled(THERE, DAY, 15)
                .seen(HERE, DAY, 1, 1, Source.PATROL),
            "{\"exposure\": \"effort\", \"filter\": {\"datetime\": \"2024-03-01/2024-03-31\"}}");
    assertThat(cellOf(found, 13, "exposure").at("/properties/patrolled").asText())
        .isEqualTo("hardly");
    assertThat(cellOf(found, 15, "exposure").at("/properties/patrolled").asText()).isEqualTo("yes");
    assertThat(found.at("/summary/hardly").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"cellMetres\": 50, \"filter\": {\"borderWith\": \"LA\"}} | more than 200000 cells",
        "{\"bandMetres\": 500000, \"filter\": {\"borderWith\": \"LA\"}} | Take a smaller bandMetres",
        "{\"filter\": {\"borderWit\": \"LA\"}} | is borderWith meant?",
        "{\"filter\": {\"source\": \"patrols\"}} | is patrol meant?",
        "{\"filter\": 7} | filter has to be an object",
        "{\"cell\": \"triangle\"} | hexagon, square",
        "{\"series\": \"monthly\"} | ISO 8601",
      })
  void whatCannotBeAnsweredIsRefusedWithARemedy(String inputs, String reason) {
    assertThatThrownBy(() -> run(TestStudy.empty().seen(HERE, DAY, 1, 1, Source.PATROL), inputs))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining(reason);
  }
}
