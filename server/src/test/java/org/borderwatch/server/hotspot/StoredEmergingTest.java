package org.borderwatch.server.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.Test;

/** Emerging hotspots and clusters of what is stored, through the public processes. */
class StoredEmergingTest {
  private static final LonLat HERE = TestStudy.inside(1150, 1000);
  private static final List<LonLat> OTHERS =
      IntStream.range(0, 8).mapToObj(i -> TestStudy.inside(1158 + 8 * i, 1000)).toList();

  /** Eight places with three detections in each of six months, and one with forty in the last. */
  private static TestStudy newInJune() {
    TestStudy study = TestStudy.empty();
    for (int month = 1; month <= 6; month++) {
      String day = "2024-0%d-10T18:00:00Z".formatted(month);
      for (LonLat place : OTHERS) {
        study.seen(place, day, 3, 2, Source.SENSOR);
      }
      study.seen(HERE, day, month == 6 ? 40 : 0, 2, Source.PATROL);
    }
    return study;
  }

  @Test
  void whatIsHotInTheLastMonthOnlyIsNew() throws Exception {
    JsonNode found = TestStudy.run(newInJune().sources(), "emerging-hotspots", "{}");
    assertThat(found.at("/summary/steps")).hasSize(6);
    assertThat(found.at("/summary/steps/0").asText()).isEqualTo("2024-01-01");
    assertThat(found.at("/summary/period/to").asText()).isEqualTo("2024-06-30");
    assertThat(found.at("/summary/labels/new hot spot").asInt()).isPositive();
    for (JsonNode cell : found.at("/features")) {
      if (cell.at("/properties/detections").asInt() == 40) {
        assertThat(cell.at("/properties/label").asText()).isEqualTo("new hot spot");
        assertThat(cell.at("/properties/values").toString())
            .isEqualTo("[0.0,0.0,0.0,0.0,0.0,40.0]");
      }
    }
  }

  @Test
  void theLastStepsCanBeAskedFor() throws Exception {
    JsonNode found = TestStudy.run(newInJune().sources(), "emerging-hotspots", "{\"steps\": 2}");
    assertThat(found.at("/summary/steps").toString()).isEqualTo("[\"2024-05-01\",\"2024-06-01\"]");
    assertThat(found.at("/summary/period/from").asText()).isEqualTo("2024-05-01");
  }

  @Test
  void aRestShorterThanAStepIsLeftOut() throws Exception {
    JsonNode found =
        TestStudy.run(
            newInJune().sources(),
            "emerging-hotspots",
            "{\"filter\": {\"datetime\": \"2024-01-15/2024-05-20\"}}");
    assertThat(found.at("/summary/steps").toString())
        .isEqualTo("[\"2024-01-15\",\"2024-02-15\",\"2024-03-15\",\"2024-04-15\"]");
    assertThat(found.at("/summary/period/to").asText()).isEqualTo("2024-05-14");
  }

  @Test
  void aPeriodWithoutAWholeStepIsRefusedWithARemedy() {
    for (String process : new String[] {"emerging-hotspots", "space-time-scan"}) {
      assertThatThrownBy(
              () ->
                  TestStudy.run(
                      newInJune().sources(),
                      process,
                      "{\"filter\": {\"datetime\": \"2024-01-15/2024-01-20\"}}"))
          .isInstanceOf(BadParameter.class)
          .hasMessageContaining("shorter step");
    }
  }

  @Test
  void aClusterInSpaceAndTimeIsFoundWithItsDates() throws Exception {
    JsonNode found =
        TestStudy.run(newInJune().sources(), "space-time-scan", "{\"maxDuration\": \"P2M\"}");
    JsonNode first = found.at("/features/0/properties");
    assertThat(first.path("from").asText()).isEqualTo("2024-06-01");
    assertThat(first.path("to").asText()).isEqualTo("2024-06-30");
    assertThat(first.path("observed").asInt()).isEqualTo(40);
    assertThat(found.at("/summary/statistic").asText()).isEqualTo("permutation");
    assertThat(found.at("/summary/replicates").asInt()).isEqualTo(999);
    assertThat(found.at("/summary/distance").asText()).contains("6,371.0 km");
    assertThat(first.path("members").get(0).asText()).startsWith("h-");
  }

  @Test
  void groupsMoveWholeWhenPersonsAreCounted() throws Exception {
    JsonNode detections =
        TestStudy.run(newInJune().sources(), "space-time-scan", "{\"replicates\": 99}");
    JsonNode persons =
        TestStudy.run(
            newInJune().sources(),
            "space-time-scan",
            "{\"replicates\": 99, \"weight\": \"persons\"}");
    assertThat(persons.at("/summary/cases").asInt())
        .isEqualTo(2 * detections.at("/summary/cases").asInt());
    assertThat(persons.at("/features/0/properties/observed").asInt())
        .isEqualTo(2 * detections.at("/features/0/properties/observed").asInt());
    assertThat(persons.at("/features/0/properties/p").asDouble())
        .isGreaterThanOrEqualTo(detections.at("/features/0/properties/p").asDouble() - 0.05);
  }

  @Test
  void casesWhereNobodyLookedAreLeftOutOfAScanAgainstEffort() throws Exception {
    TestStudy study = newInJune();
    for (int month = 1; month <= 6; month++) {
      study.patrolled(HERE, "2024-0%d-09T18:00:00Z".formatted(month), 48);
    }
    JsonNode found =
        TestStudy.run(
            study.sources(), "space-time-scan", "{\"exposure\": \"effort\", \"replicates\": 99}");
    assertThat(found.at("/summary/statistic").asText()).isEqualTo("poisson");
    assertThat(found.at("/summary/cases").asInt()).isEqualTo(40);
    assertThat(found.at("/summary/left_out/unwatched").asInt()).isEqualTo(144);
  }

  @Test
  void nothingStoredHasNoClusterAndNoPattern() throws Exception {
    String someDays = "{\"filter\": {\"datetime\": \"2024-01-01/2024-03-31\"}}";
    assertThat(
            TestStudy.run(TestStudy.empty().sources(), "space-time-scan", someDays).at("/features"))
        .isEmpty();
    assertThat(
            TestStudy.run(TestStudy.empty().sources(), "emerging-hotspots", someDays)
                .at("/summary/n")
                .asInt(-1))
        .isZero();
  }
}
