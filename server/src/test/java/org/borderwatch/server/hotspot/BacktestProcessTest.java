package org.borderwatch.server.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backtest and border profile through the public processes. */
class BacktestProcessTest {
  private static final LonLat HERE = TestStudy.inside(1155.5, 800);
  private static final LonLat THERE = TestStudy.inside(1175.5, 800);
  private static final String TWO_YEARS =
      "\"train\": \"2023-01-01/2023-12-31\", \"test\": \"2024-01-01/2024-12-31\"";

  /** 50 km; the map's first two hold 20 of 100 events, the best two 40. */
  private static String fifty() {
    StringBuilder features = new StringBuilder();
    for (int km = 0; km < 50; km++) {
      int events = km < 2 ? 10 : km < 4 ? 20 : km < 24 ? 2 : 0;
      features.append(
          """
          %s{"type": "Feature", "properties": {"score": %d, "events": %d, "metres": 1000, "naive": %d},
            "geometry": {"type": "Point", "coordinates": [%d, 0]}}
          """
              .formatted(km == 0 ? "" : ",", 100 - km, events, km, 1000 * km));
    }
    return "{\"type\": \"FeatureCollection\", \"features\": [" + features + "]}";
  }

  private static JsonNode inline(String more) throws Exception {
    return TestStudy.inline(
        "backtest",
        "{\"features\": "
            + fifty()
            + ", \"crs\": \"none\", \"scoreProperty\": \"score\", \"eventsProperty\": \"events\""
            + more
            + "}");
  }

  @Test
  void thePublishedIndicesAreFound() throws Exception {
    JsonNode found =
        inline(
            ", \"lengthProperty\": \"metres\", \"naiveProperty\": \"naive\", \"areaShares\": [0.04, 0.01]");
    JsonNode two = found.at("/shares/0");
    assertThat(two.path("pai").asDouble()).isCloseTo(5, within(1e-9));
    assertThat(two.path("pei").asDouble()).isCloseTo(0.5, within(1e-9));
    assertThat(two.path("hit_rate").asDouble()).isCloseTo(0.2, within(1e-12));
    assertThat(two.path("length_km").asDouble()).isCloseTo(2, within(1e-9));
    assertThat(two.at("/naive/pai").asDouble(-1)).isZero();
    // Wilson's interval of 20 in 100.
    assertThat(two.path("hit_rate_low").asDouble()).isCloseTo(0.1333669, within(1e-6));
    assertThat(two.path("hit_rate_high").asDouble()).isCloseTo(0.2888292, within(1e-6));
    // Half of the first kilometre, and half of its ten events.
    JsonNode half = found.at("/shares/1");
    assertThat(half.path("hits").asDouble()).isCloseTo(5, within(1e-9));
    assertThat(half.path("pai").asDouble()).isCloseTo(5, within(1e-9));
  }

  @Test
  void theUsualSharesAreOneFiveAndTenPercent() throws Exception {
    JsonNode found = inline("");
    assertThat(found.at("/shares")).hasSize(3);
    assertThat(found.at("/shares/1/share").asDouble()).isEqualTo(0.05);
    assertThat(found.at("/shares/0/naive").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ", \"areaShares\": [5] | such as 0.05 for 5 %",
        ", \"areaShares\": [] | 1 to 100 shares",
        ", \"lengthProperty\": \"miles\" | miles of Feature 0 is missing",
        ", \"train\": 7, \"filter\": {} | leave it out",
      })
  void whatCannotBeUnderstoodIsRefused(String more, String reason) {
    assertThatThrownBy(() -> inline(more))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining(reason);
  }

  private static TestStudy twoYears() {
    return TestStudy.empty()
        .seen(HERE, "2023-05-01T00:00:00Z", 30, 2, Source.PATROL)
        .seen(THERE, "2023-05-01T00:00:00Z", 10, 2, Source.PATROL)
        .seen(HERE, "2024-05-01T00:00:00Z", 6, 2, Source.PATROL)
        .seen(THERE, "2024-05-01T00:00:00Z", 2, 2, Source.PATROL)
        .patrolled(HERE, "2023-05-01T00:00:00Z", 30)
        .patrolled(THERE, "2023-05-01T00:00:00Z", 5);
  }

  private static JsonNode stored(String more) throws Exception {
    return TestStudy.run(
        twoYears().sources(),
        "backtest",
        "{\"filter\": {\"borderKm\": \"1100/1200\", \"borderWith\": \"CN\"}, "
            + TWO_YEARS
            + more
            + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"count", "density", "hotspots"})
  void whatWasHotStaysHotWhateverTheMethod(String method) throws Exception {
    JsonNode found =
        stored(", \"method\": \"" + method + "\", \"areaShares\": [0.01], \"bandMetres\": 0");
    assertThat(found.at("/summary/n").asInt()).isEqualTo(100);
    assertThat(found.at("/summary/events").asInt()).isEqualTo(8);
    assertThat(found.at("/summary/train_events").asInt()).isEqualTo(40);
    assertThat(found.at("/shares/0/hit_rate").asDouble()).isCloseTo(0.75, within(1e-9));
    assertThat(found.at("/shares/0/pai").asDouble()).isCloseTo(75, within(1e-6));
    assertThat(found.at("/shares/0/pei").asDouble()).isCloseTo(1, within(1e-9));
  }

  @Test
  void ratesRankThePlaceThatWasWatchedLess() throws Exception {
    JsonNode found =
        stored(
            ", \"method\": \"effort\", \"smoothing\": \"none\", \"areaShares\": [0.01], \"bandMetres\": 0");
    assertThat(found.at("/shares/0/hit_rate").asDouble()).isCloseTo(0.25, within(1e-9));
    assertThat(found.at("/shares/0/naive/hit_rate").asDouble()).isCloseTo(0.75, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"test\": \"2024-01-01/2024-12-31\"} | train is missing",
        "{\"train\": \"2024-01-01/2024-06-30\", \"test\": \"2024-06-30/2024-12-31\"} | overlaps",
        "{\"train\": \"2023-01-01/..\", \"test\": \"2024-06-30/2024-12-31\"} | both ends",
        "{\"filter\": {\"datetime\": \"2024-01-01\"}, \"train\": \"2023-01-01\", \"test\": \"2024-06-30\"} | leave datetime out",
      })
  void intervalsThatCannotBeComparedAreRefused(String inputs, String reason) {
    assertThatThrownBy(() -> TestStudy.run(twoYears().sources(), "backtest", inputs))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining(reason);
  }

  @Test
  void noTestEventGivesNoNumber() throws Exception {
    JsonNode found =
        TestStudy.run(
            twoYears().sources(),
            "backtest",
            "{\"train\": \"2023-01-01/2023-12-31\", \"test\": \"2025-01-01/2025-12-31\"}");
    assertThat(found.at("/shares/0/hit_rate").isNull()).isTrue();
    assertThat(found.at("/shares/0/pai").isNull()).isTrue();
  }

  @Test
  void theProfileHasWhatWasSeenAndTheHoursBesideIt() throws Exception {
    JsonNode found =
        TestStudy.run(
            twoYears().sources(),
            "border-profile",
            "{\"step\": \"P1Y\", \"sectionMetres\": 10000}");
    assertThat(found.at("/periods").toString()).isEqualTo("[\"2023-01-01\",\"2024-01-01\"]");
    assertThat(found.at("/sections").size()).isEqualTo(3);
    assertThat(found.at("/sections/0/from_km").asDouble()).isEqualTo(1150);
    assertThat(found.at("/detections").toString()).isEqualTo("[[30,6],[0,0],[10,2]]");
    assertThat(found.at("/persons").toString()).isEqualTo("[[60,12],[0,0],[20,4]]");
    assertThat(found.at("/effort_hours/0/0").asDouble()).isCloseTo(30, within(1e-3));
    assertThat(found.at("/border_with").asText()).isEqualTo("CN");
    assertThat(found.at("/synthetic").asBoolean()).isTrue();
  }

  @Test
  void aProfileOfNothingIsEmpty() throws Exception {
    JsonNode found = TestStudy.run(TestStudy.empty().sources(), "border-profile", "{}");
    assertThat(found.at("/sections")).isEmpty();
    assertThat(found.at("/detections")).isEmpty();
  }

  @Test
  void aProfileRunsAlongOneLine() {
    assertThatThrownBy(
            () ->
                TestStudy.run(
                    TestStudy.empty().sources(),
                    "border-profile",
                    "{\"borderWith\": \"CN\", \"filter\": {\"borderWith\": \"LA\"}}"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("one neighbour's line");
  }
}
