package org.borderwatch.server.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.borderwatch.server.study.TestStudy.points;

import com.fasterxml.jackson.databind.JsonNode;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clusters of features that come with the request, through the public process. */
class InlineScanTest {
  private static JsonNode run(String features, String more) throws Exception {
    return TestStudy.inline(
        "space-time-scan",
        "{\"features\": "
            + features
            + ", \"casesProperty\": \"c\", \"replicates\": 99"
            + more
            + "}");
  }

  /** Ten places in a row and six months; 20 cases at the fourth place in March, 1 elsewhere. */
  private static String planted(String time) {
    StringBuilder features = new StringBuilder();
    for (int place = 0; place < 10; place++) {
      for (int month = 1; month <= 6; month++) {
        features.append(
            """
            %s{"type": "Feature", "id": "f%d-%d",
              "properties": {"c": %d, "t": %s, "pop": 100},
              "geometry": {"type": "Point", "coordinates": [%s, 22]}}
            """
                .formatted(
                    features.isEmpty() ? "" : ",",
                    place,
                    month,
                    place == 3 && month == 3 ? 20 : 1,
                    time.formatted(month),
                    106 + place * 0.1));
      }
    }
    return "{\"type\": \"FeatureCollection\", \"features\": [" + features + "]}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%d | 3 | 3",
        "\"2024-%02d\" | 2024-03-01 | 2024-03-31",
        "\"2024-%02d-15\" | 2024-03-15 | 2024-03-15",
      })
  void aPlantedClusterIsFoundAtItsPlaceAndTime(String time, String from, String to)
      throws Exception {
    JsonNode found = run(planted(time), ", \"timeProperty\": \"t\"");
    JsonNode first = found.at("/features/0/properties");
    assertThat(first.path("from").asText()).isEqualTo(from);
    assertThat(first.path("to").asText()).isEqualTo(to);
    assertThat(first.path("members").toString()).isEqualTo("[\"f3-1\"]");
    assertThat(first.path("observed").asInt()).isEqualTo(20);
    // 25 cases at the place, 29 in March, 79 in all.
    assertThat(first.path("expected").asDouble()).isCloseTo(25.0 * 29 / 79, within(1e-9));
    assertThat(found.at("/features/0/geometry/coordinates/0").asDouble()).isEqualTo(106.3);
    assertThat(found.at("/summary/distance").asText()).isEqualTo("great circle, sphere 6,371.0 km");
  }

  @Test
  void withAPopulationCasesAreHeldAgainstIt() throws Exception {
    JsonNode found =
        run(planted("%d"), ", \"timeProperty\": \"t\", \"populationProperty\": \"pop\"");
    JsonNode first = found.at("/features/0/properties");
    assertThat(found.at("/summary/statistic").asText()).isEqualTo("poisson");
    assertThat(first.path("expected").asDouble()).isCloseTo(79.0 / 60, within(1e-9));
    double llr = 20 * Math.log(20 / (79.0 / 60)) + 59 * Math.log(59 / (79 - 79.0 / 60));
    assertThat(first.path("llr").asDouble()).isCloseTo(llr, within(1e-9));
    assertThat(first.path("p").asDouble()).isCloseTo(0.01, within(1e-12));
  }

  @Test
  void withoutTimeTheScanIsPurelySpatial() throws Exception {
    JsonNode found = run(points("c", 0, 0, 1, 10, 0, 30, 20, 0, 1), ", \"crs\": \"none\"");
    assertThat(found.at("/features/0/properties/members").toString()).isEqualTo("[\"p1\"]");
    assertThat(found.at("/features/0/properties/from").isNull()).isTrue();
    assertThat(found.at("/summary/distance").asText()).isEqualTo("plane (crs none)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"'' | 0", "0,0,5 | 1", "0,0,0,5,0,0 | 2", "1,1,2,1,1,3,1,1,4 | 1"})
  void littleOrNothingHasNoCluster(String xyc, int places) throws Exception {
    double[] numbers =
        xyc.isEmpty()
            ? new double[0]
            : java.util.Arrays.stream(xyc.split(",")).mapToDouble(Double::parseDouble).toArray();
    JsonNode found = run(points("c", numbers), ", \"crs\": \"none\"");
    assertThat(found.at("/features")).isEmpty();
    assertThat(found.at("/summary/n").asInt()).isEqualTo(places);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ", \"statistic\": \"permutation\" | give timeProperty",
        ", \"statistic\": \"bernoulli\" | poisson",
        ", \"timeProperty\": \"t\" | t of Feature 0 (id p0) is missing",
        ", \"maxPopulationShare\": 2 | maxPopulationShare is 2",
        ", \"maxDuration\": \"2 months\" | ISO 8601",
      })
  void whatCannotBeUnderstoodIsRefused(String more, String reason) {
    assertThatThrownBy(() -> run(points("c", 0, 0, 1, 10, 0, 2), more))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining(reason);
  }

  @Test
  void partsOfCasesAreRefused() {
    assertThatThrownBy(() -> run(points("c", 0, 0, 1.5), ""))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("whole number");
  }
}
