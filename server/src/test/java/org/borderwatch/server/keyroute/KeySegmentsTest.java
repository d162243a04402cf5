package org.borderwatch.server.keyroute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.borderwatch.server.study.TestStudy.inline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.study.FeatureTable;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Key segments of lines that come with the request, through the public process. */
class KeySegmentsTest {
  /** Zachary (1977), An information flow model for conflict and fission in small groups. */
  private static final String KARATE =
      "2-1,3-1,3-2,4-1,4-2,4-3,5-1,6-1,7-1,7-5,7-6,8-1,8-2,8-3,8-4,9-1,9-3,10-3,11-1,11-5,11-6,"
          + "12-1,13-1,13-4,14-1,14-2,14-3,14-4,17-6,17-7,18-1,18-2,20-1,20-2,22-1,22-2,26-24,"
          + "26-25,28-3,28-24,28-25,29-3,30-24,30-27,31-2,31-9,32-1,32-25,32-26,32-29,33-3,33-9,"
          + "33-15,33-16,33-19,33-21,33-23,33-24,33-30,33-31,33-32,34-9,34-10,34-14,34-15,34-16,"
          + "34-19,34-20,34-21,34-23,34-24,34-27,34-28,34-29,34-30,34-31,34-32,34-33";

  /** Marriages; Padgett and Ansell (1993), Robust action and the rise of the Medici. */
  private static final String FLORENCE =
      "Acciaiuoli-Medici,Castellani-Peruzzi,Castellani-Strozzi,Castellani-Barbadori,"
          + "Medici-Barbadori,Medici-Ridolfi,Medici-Tornabuoni,Medici-Albizzi,Medici-Salviati,"
          + "Salviati-Pazzi,Peruzzi-Strozzi,Peruzzi-Bischeri,Strozzi-Ridolfi,Strozzi-Bischeri,"
          + "Ridolfi-Tornabuoni,Tornabuoni-Guadagni,Albizzi-Ginori,Albizzi-Guadagni,"
          + "Bischeri-Guadagni,Guadagni-Lamberteschi";

  private final Map<String, Integer> places = new LinkedHashMap<>();

  /** Lines such as {@code a-b} or {@code a-b:2.5}, whose ends stand in a row, with a cost c. */
  private String lines(String text) {
    List<String> features = new ArrayList<>();
    for (String line : text.split(",")) {
      String[] endsAndCost = line.split(":");
      String[] ends = endsAndCost[0].split("-");
      features.add(
          """
          {"type": "Feature", "id": "%s", "properties": {"c": %s},
           "geometry": {"type": "LineString", "coordinates": [[%d, 0], [%d, 0]]}}
          """
              .formatted(
                  line,
                  endsAndCost.length > 1 ? endsAndCost[1] : "1",
                  place(ends[0]),
                  place(ends[1])));
    }
    return collection(features);
  }

  private int place(String name) {
    return places.computeIfAbsent(name, any -> places.size());
  }

  private static String collection(List<String> features) {
    return "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}";
  }

  /** Points such as {@code a} or {@code a:2.5} at the ends of lines, with a demand q. */
  private String points(String text) {
    List<String> features = new ArrayList<>();
    for (String point : text.split(",")) {
      String[] nameAndDemand = point.split(":");
      features.add(
          """
          {"type": "Feature", "id": "%s", "properties": {%s},
           "geometry": {"type": "Point", "coordinates": [%d, 0.5]}}
          """
              .formatted(
                  nameAndDemand[0],
                  nameAndDemand.length > 1 ? "\"q\": " + nameAndDemand[1] : "",
                  place(nameAndDemand[0])));
    }
    return collection(features);
  }

  private JsonNode found(String text, String more) throws Exception {
    return inline(
        "key-segments",
        "{\"features\": %s, \"crs\": \"none\", \"costProperty\": \"c\"%s}"
            .formatted(lines(text), more));
  }

  private static double load(JsonNode found, String id) {
    return of(found, id).path("load").asDouble(-1);
  }

  private static JsonNode of(JsonNode found, String id) {
    for (JsonNode feature : found.path("features")) {
      if (feature.path("id").asText().equals(id)) {
        return feature.path("properties");
      }
    }
    throw new IllegalArgumentException(id);
  }

  @Test
  void theLoadsOfTheKarateClubAreThePublishedOnes() throws Exception {
    JsonNode found = found(KARATE, "");
    assertThat(found.path("features")).hasSize(78);
    assertThat(load(found, "32-1")).isCloseTo(2 * 71.392857, within(1e-5));
    assertThat(load(found, "6-1")).isCloseTo(2 * 43.833333, within(1e-5));
    assertThat(load(found, "7-1")).isCloseTo(2 * 43.833333, within(1e-5));
    assertThat(of(found, "32-1").path("rank").asInt()).isEqualTo(1);
    assertThat(of(found, "6-1").path("rank")).isEqualTo(of(found, "7-1").path("rank"));
    assertThat(of(found, "32-1").path("share").asDouble())
        .isCloseTo(2 * 71.392857 / (34 * 33), within(1e-7));
    assertThat(found.at("/features/0/id").asText()).isEqualTo("2-1");
    JsonNode summary = found.path("summary");
    assertThat(summary.path("pairs").asInt()).isEqualTo(34 * 33);
    assertThat(summary.path("unreachable").asInt(-1)).isZero();
    assertThat(summary.path("method").asText()).isEqualTo("exact");
    assertThat(summary.path("error").asDouble(-1)).isZero();
    // The mean distance in the club.
    assertThat(summary.path("mean_cost").asDouble()).isCloseTo(2.408200, within(1e-6));
    assertThat(summary.path("weight").asText()).isEqualTo("c");
    assertThat(summary.path("synthetic").asBoolean(true)).isFalse();
  }

  @Test
  void theLoadsOfTheFlorentineFamiliesAreThePublishedOnes() throws Exception {
    JsonNode found = found(FLORENCE, "");
    assertThat(load(found, "Medici-Salviati")).isCloseTo(2 * 26, within(1e-9));
    assertThat(load(found, "Medici-Albizzi")).isCloseTo(2 * 22.333333, within(1e-5));
    assertThat(load(found, "Medici-Barbadori")).isCloseTo(2 * 18.5, within(1e-9));
  }

  @Test
  void noLineIsNoSegment() throws Exception {
    JsonNode found = inline("key-segments", "{\"features\": " + collection(List.of()) + "}");
    assertThat(found.path("features")).isEmpty();
    assertThat(found.at("/summary/pairs").asInt(-1)).isZero();
    assertThat(found.at("/summary/mean_cost").isNull()).isTrue();
  }

  @Test
  void partsThatDoNotHangTogetherAreUnreachablePairs() throws Exception {
    JsonNode found = found("a-b,c-d,d-e", "");
    assertThat(found.at("/summary/pairs").asInt()).isEqualTo(20);
    assertThat(found.at("/summary/unreachable").asInt()).isEqualTo(12);
    assertThat(load(found, "c-d")).isEqualTo(4);
  }

  @Test
  void withDirectedLinesLeadOneWay() throws Exception {
    JsonNode found = found("a-b,b-c,c-a,c-a:3", ", \"directed\": true");
    assertThat(load(found, "a-b")).isEqualTo(3);
    assertThat(load(found, "c-a:3")).isZero();
    assertThat(found.at("/summary/directed").asBoolean()).isTrue();
  }

  @Test
  void parallelLinesOfEqualCostShare() throws Exception {
    JsonNode found = found("a-b:2,b-a:2.0,a-b:3,b-c:1,c-c:1", "");
    assertThat(load(found, "a-b:2")).isEqualTo(2);
    assertThat(load(found, "b-a:2.0")).isEqualTo(2);
    assertThat(load(found, "a-b:3")).isZero();
    assertThat(load(found, "c-c:1")).isZero();
  }

  @Test
  void lengthsCountWhereNoCostIsNamed() throws Exception {
    String square =
        collection(
            List.of(
                "{\"id\": 1, \"geometry\": {\"type\": \"LineString\", \"coordinates\":"
                    + " [[0,0],[3,4]]}}",
                "{\"id\": 2, \"geometry\": {\"type\": \"LineString\", \"coordinates\":"
                    + " [[0,0],[0,4]]}}",
                "{\"id\": 3, \"geometry\": {\"type\": \"LineString\", \"coordinates\":"
                    + " [[0,4],[3,4]]}}"));
    JsonNode found = inline("key-segments", "{\"features\": " + square + ", \"crs\": \"none\"}");
    assertThat(found.at("/summary/mean_cost").asDouble()).isEqualTo(4);
    assertThat(found.at("/summary/weight").asText()).isEqualTo("metres");
    assertThat(found.at("/features/0/properties/load").asDouble()).isEqualTo(2);
  }

  @Test
  void onlyTheChosenEndsTravel() throws Exception {
    String chain = "a-b,b-c,c-d,d-e";
    JsonNode found =
        found(
            chain,
            ", \"origins\": %s, \"destinations\": %s".formatted(points("a,b"), points("b,e")));
    assertThat(found.at("/summary/pairs").asInt()).isEqualTo(3);
    assertThat(load(found, "a-b")).isEqualTo(2);
    assertThat(load(found, "d-e")).isEqualTo(2);
    assertThat(of(found, "d-e").path("share").asDouble()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(found.at("/summary/mean_cost").asDouble()).isCloseTo(8.0 / 3, within(1e-12));
  }

  @Test
  void aPropertyOfTheEndsIsMultiplied() throws Exception {
    JsonNode found =
        found(
            "a-b,b-c",
            ", \"demand\": \"q\", \"origins\": %s, \"destinations\": %s"
                .formatted(points("a:2,b:5"), points("c:0.5,a:0")));
    assertThat(load(found, "a-b")).isEqualTo(1);
    assertThat(load(found, "b-c")).isEqualTo(3.5);
    assertThat(found.at("/summary/pairs").asInt()).isEqualTo(2);
    assertThat(found.at("/summary/total_demand").asDouble()).isEqualTo(3.5);
    assertThat(found.at("/summary/demand").asText()).isEqualTo("q");
    JsonNode all = found("a-b,b-c", ", \"demand\": \"q\", \"origins\": " + points("a:2"));
    assertThat(load(all, "a-b")).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[\"a\", \"c\", 4], [\"b\", \"c\", 1], [\"c\", \"c\", 9], [\"c\", \"a\", 0]] | 4 | 5 | 2",
        "[[0, 2, 4], [1, 2, 1]] | 4 | 5 | 2",
        "[[\"a\", 2, 4], [\"a\", \"c\", 3]] | 7 | 7 | 2",
        "[] | 0 | 0 | 0",
      })
  void tripsMayBeListedByIdOrNumber(String trips, double first, double second, int pairs)
      throws Exception {
    String ends = points("a,b,c");
    JsonNode found =
        found(
            "a-b,b-c",
            ", \"origins\": %s, \"destinations\": %s, \"demand\": %s".formatted(ends, ends, trips));
    assertThat(load(found, "a-b")).isEqualTo(first);
    assertThat(load(found, "b-c")).isEqualTo(second);
    assertThat(found.at("/summary/pairs").asInt(-1)).isEqualTo(pairs);
  }

  @Test
  void withoutChosenEndsAListedNumberIsANode() throws Exception {
    JsonNode found = found("a-b,b-c", ", \"demand\": [[0, 2, 4]]");
    assertThat(load(found, "a-b")).isEqualTo(4);
  }

  @Test
  void whatLiesTooFarIsCountedAndAllTooFarIsRefused() throws Exception {
    JsonNode found =
        found("a-b", ", \"snapMetres\": 10.5, \"origins\": " + points("a,b,c,d,e,f,g,h,i,j,k,l,m"));
    assertThat(found.at("/summary/unsnapped").asInt()).isEqualTo(1);
    assertThatThrownBy(() -> found("a-b", ", \"snapMetres\": 0.1, \"origins\": " + points("a")))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("snapMetres");
  }

  @Test
  void whatIsClosedMakesTheRestCarryMore() throws Exception {
    JsonNode found = found("a-b:1,b-c:1,a-c:5,c-d:1", ", \"closed\": [\"b-c:1\", \"c-d:1\"]");
    assertThat(load(found, "b-c:1")).isZero();
    assertThat(load(found, "a-c:5")).isEqualTo(4);
    JsonNode closure = found.at("/summary/closure");
    // Six pairs can't reach d or leave it; b-c costs 6 instead of 1, a-c 5 instead of 2.
    assertThat(closure.path("unreachable").asInt()).isEqualTo(6);
    assertThat(closure.path("lost_demand").asDouble()).isEqualTo(6);
    assertThat(closure.path("mean_extra_cost").asDouble()).isCloseTo(16.0 / 6, within(1e-12));
    assertThat(closure.path("share_within_60_minutes_more").isNull()).isTrue();
    assertThat(found.at("/summary/closed").asInt()).isEqualTo(2);
  }

  @Test
  void aSampleSaysItsErrorAndIsTheSameForTheSameSeed() throws Exception {
    JsonNode found = found(KARATE, ", \"sources\": 12, \"seed\": 4");
    JsonNode summary = found.path("summary");
    assertThat(summary.path("method").asText()).isEqualTo("sampled");
    assertThat(summary.path("sources").asInt()).isEqualTo(12);
    assertThat(summary.path("of_sources").asInt()).isEqualTo(34);
    assertThat(summary.path("error").asDouble()).isGreaterThan(0);
    assertThat(Math.abs(load(found, "32-1") - 2 * 71.392857))
        .isLessThan(summary.path("error_bound").asDouble());
    assertThat(of(found, "32-1").path("load_se").asDouble()).isGreaterThan(0);
    assertThat(load(found(KARATE, ", \"sources\": 12, \"seed\": 4"), "32-1"))
        .isEqualTo(load(found, "32-1"));
    assertThat(found(KARATE, ", \"sources\": 34").at("/summary/method").asText())
        .isEqualTo("exact");
  }

  @Test
  void theTableForSpreadsheetsHasARowForEachLine() throws Exception {
    byte[] geoJson =
        TestStudy.result(
                TestStudy.empty().sources(),
                "key-segments",
                "{\"features\": %s, \"crs\": \"none\", \"costProperty\": \"c\"}"
                    .formatted(lines("a-b,b-c")))
            .forms()
            .get(0)
            .content();
    String table =
        new String(
            FeatureTable.FORM.content().apply(geoJson), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(table.lines())
        .containsExactly(
            "\uFEFFid,x,y,load,share,rank,unit,period_from,period_to,synthetic",
            "a-b,0.500000,0.000000,4.0,0.6666666666666666,1,pairs,,,false",
            "b-c,1.500000,0.000000,4.0,0.6666666666666666,1,pairs,,,false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"weight\": \"metres\" | leave it out",
        "\"origins\": \"gates\" | origins is \"gates\"; expected all, or a GeoJSON",
        "\"demand\": \"persons\" | demand is \"persons\"; expected none, the name of a number"
            + " property",
        "\"demand\": 4 | a list of [origin, destination, demand]",
        "\"demand\": [[0, 9, 1]] | demand[0] names 9, which is neither an id nor a number from 0 of"
            + " destinations",
        "\"demand\": [[0, \"x\", 1]] | demand[0] names x",
        "\"demand\": [[0, 1]] | demand[0] is [0,1]; expected",
        "\"demand\": [[0, 1, -1]] | demand 0 or more",
        "\"closed\": [\"zz\"] | There is no edge zz",
        "\"sources\": 1 | sources is 1",
        "\"orgins\": \"all\" | is origins meant",
      })
  void whatCannotBeUnderstoodIsRefusedByName(String more, String reason) {
    assertThatThrownBy(() -> found("a-b,b-c", ", " + more))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining(reason);
  }
}
