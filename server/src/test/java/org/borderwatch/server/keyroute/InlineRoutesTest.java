package org.borderwatch.server.keyroute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alternative routes along given lines, through the public process. */
class InlineRoutesTest {
  /** Four places, all joined, at the corners of a square of one degree; unit weights. */
  private static final String FOUR =
      lines(
          "a 0 0 1 0 1", "b 0 0 0 1 1", "c 0 0 1 1 1", "d 1 0 0 1 1", "e 1 0 1 1 1", "f 0 1 1 1 1");

  /** Lines: id, x and y of the start, x and y of the end, cost. */
  private static String lines(String... lines) {
    StringBuilder features = new StringBuilder();
    for (String line : lines) {
      String[] words = line.split(" ");
      features.append(
          """
          %s{"type": "Feature", "id": "%s", "properties": {"cost": %s},
            "geometry": {"type": "LineString", "coordinates": [[%s, %s], [%s, %s]]}}
          """
              .formatted(
                  features.isEmpty() ? "" : ",",
                  words[0],
                  words[5],
                  words[1],
                  words[2],
                  words[3],
                  words[4]));
    }
    return "{\"type\": \"FeatureCollection\", \"features\": [" + features + "]}";
  }

  private static JsonNode routes(String features, String more) throws Exception {
    return TestStudy.inline(
        "alternative-routes",
        "{\"costProperty\": \"cost\", \"features\": %s, %s}".formatted(features, more));
  }

  private static List<Double> costs(JsonNode found) {
    List<Double> costs = new ArrayList<>();
    found.path("features").forEach(way -> costs.add(way.at("/properties/cost").asDouble()));
    return costs;
  }

  private static String edges(JsonNode found, int rank) {
    return found.at("/features/%d/properties/edges".formatted(rank - 1)).toString();
  }

  @Test
  void fourPlacesThatAreAllJoinedHaveFiveWays() throws Exception {
    JsonNode found = routes(FOUR, "\"from\": [0, 0], \"to\": [1, 1], \"k\": 10");
    assertThat(costs(found)).containsExactly(1.0, 2.0, 2.0, 3.0, 3.0);
    assertThat(edges(found, 1)).isEqualTo("[\"c\"]");
    assertThat(found.at("/features/0/geometry/coordinates").toString())
        .isEqualTo("[[0.0,0.0],[1.0,1.0]]");
    assertThat(found.at("/features/4/properties/rank").asInt()).isEqualTo(5);
    assertThat(found.at("/summary/found").asInt()).isEqualTo(5);
    assertThat(found.at("/summary/asked").asInt()).isEqualTo(10);
    assertThat(found.at("/summary/reason").asText()).contains("only 5 ways");
    assertThat(found.at("/summary/from_snapped_m").asDouble()).isZero();
    assertThat(costs(routes(FOUR, "\"from\": [0, 0], \"to\": [1, 1]")))
        .containsExactly(1.0, 2.0, 2.0);
  }

  @Test
  void whatIsSharedWithBetterWaysIsCounted() throws Exception {
    JsonNode found = routes(FOUR, "\"from\": [0, 0], \"to\": [1, 1], \"k\": 5");
    double[] expected = {0, 0, 0, 2.0 / 3, 1};
    for (int i = 0; i < expected.length; i++) {
      assertThat(found.at("/features/%d/properties/overlap".formatted(i)).asDouble())
          .isEqualTo(expected[i], within(1e-12));
    }
  }

  @Test
  void dissimilarWaysKeepTheLimit() throws Exception {
    JsonNode found =
        routes(
            FOUR,
            "\"from\": [0, 0], \"to\": [1, 1], \"k\": 5, \"method\": \"dissimilar\","
                + " \"maxOverlap\": 0.5");
    assertThat(costs(found)).containsExactly(1.0, 2.0, 2.0);
    assertThat(found.at("/summary/quality").asText()).isEqualTo("exact");
    assertThat(found.at("/summary/reason").asText()).contains("maxOverlap");
  }

  @Test
  void parallelLinesAreDifferentWays() throws Exception {
    String parallel = lines("a 0 0 1 0 3", "b 1 0 0 0 1", "c 0 0 1 0 2");
    JsonNode found = routes(parallel, "\"from\": [0, 0], \"to\": [1, 0], \"k\": 5");
    assertThat(costs(found)).containsExactly(1.0, 2.0, 3.0);
    assertThat(edges(found, 1)).isEqualTo("[\"b\"]");
    assertThat(found.at("/features/0/geometry/coordinates").toString())
        .isEqualTo("[[0.0,0.0],[1.0,0.0]]");
    JsonNode directed =
        routes(parallel, "\"from\": [0, 0], \"to\": [1, 0], \"k\": 5, \"directed\": true");
    assertThat(costs(directed)).containsExactly(2.0, 3.0);
  }

  @Test
  void closedLinesAreNotUsed() throws Exception {
    JsonNode found =
        routes(FOUR, "\"from\": [0, 0], \"to\": [1, 1], \"k\": 9, \"closed\": [\"c\", \"d\"]");
    assertThat(costs(found)).containsExactly(2.0, 2.0);
    assertThat(found.at("/summary/closed").asInt()).isEqualTo(2);
  }

  @Test
  void whereNoWayLeadsTheReasonStandsInTheSummary() throws Exception {
    String apart = lines("a 0 0 1 0 3", "b 5 5 6 6 1");
    JsonNode found = routes(apart, "\"from\": [0, 0], \"to\": [5, 5]");
    assertThat(found.path("features")).isEmpty();
    assertThat(found.at("/summary/found").asInt()).isZero();
    assertThat(found.at("/summary/reason").asText()).contains("aren't joined");
    JsonNode against = routes(apart, "\"from\": [1, 0], \"to\": [0, 0], \"directed\": true");
    assertThat(against.at("/summary/reason").asText()).contains("One-way");
    JsonNode shut = routes(apart, "\"from\": [1, 0], \"to\": [0, 0], \"closed\": [\"a\"]");
    assertThat(shut.at("/summary/reason").asText()).contains("closed");
  }

  @Test
  void fromAPlaceToItselfIsOneWayThatCostsNothing() throws Exception {
    JsonNode found = routes(FOUR, "\"from\": [1, 0], \"to\": [1, 0], \"k\": 4");
    assertThat(costs(found)).containsExactly(0.0);
    assertThat(edges(found, 1)).isEqualTo("[]");
    assertThat(found.at("/features/0/geometry/coordinates").toString())
        .isEqualTo("[[1.0,0.0],[1.0,0.0]]");
    assertThat(found.at("/summary/reason").asText()).contains("same place");
  }

  @Test
  void withoutACostLengthsCount() throws Exception {
    JsonNode found =
        TestStudy.inline(
            "alternative-routes",
            "{\"features\": %s, \"crs\": \"none\", \"from\": [0.1, 0], \"to\": [1, 1], \"k\": 1}"
                .formatted(FOUR));
    assertThat(costs(found).get(0)).isEqualTo(Math.sqrt(2), within(1e-12));
    assertThat(found.at("/summary/from_snapped_m").asDouble()).isEqualTo(0.1);
    assertThat(found.at("/summary/weight").asText()).isEqualTo("metres");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"to\": [1, 1] | from is missing",
        "\"from\": [0], \"to\": [1, 1] | expected a list of 2 numbers",
        "\"from\": \"0,0\", \"to\": [1, 1] | expected a list of 2 numbers",
        "\"from\": [0, 0], \"to\": [9, 9] | No way lies within 2000 m of to",
        "\"from\": [0, 0], \"to\": [1, 1], \"k\": 101 | a whole number from 1 to 100",
        "\"from\": [0, 0], \"to\": [1, 1], \"k\": 0 | a whole number from 1 to 100",
        "\"from\": [0, 0], \"to\": [1, 1], \"method\": \"best\" | one of dissimilar, yen",
        "\"from\": [0, 0], \"to\": [1, 1], \"maxOverlap\": 2 | a number from 0 to 1",
        "\"from\": [0, 0], \"to\": [1, 1], \"closed\": [\"z\"] | There is no edge z",
        "\"from\": [0, 0], \"to\": [1, 1], \"closed\": [1.5] | a list of at most 10000 ids",
        "\"from\": [0, 0], \"to\": [1, 1], \"weight\": \"metres\" | leave it out",
      })
  void whatCannotBeUnderstoodIsRefusedByName(String more, String reason) {
    assertThatThrownBy(() -> routes(FOUR, more))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining(reason);
  }

  @Test
  void withoutAnyLineNothingIsNear() {
    assertThatThrownBy(() -> routes(lines(), "\"from\": [0, 0], \"to\": [1, 1]"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("No way lies within");
  }
}
