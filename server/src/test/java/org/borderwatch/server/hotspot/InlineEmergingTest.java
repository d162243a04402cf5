package org.borderwatch.server.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Emerging hotspots of features that come with the request, through the public process. */
class InlineEmergingTest {
  /**
   * A place whose values are given among a hundred others in a row, far apart, that vary little.
   */
  private static String amongOthers(double... values) {
    StringBuilder features = new StringBuilder();
    for (int place = 0; place < 101; place++) {
      StringBuilder list = new StringBuilder();
      for (int step = 0; step < values.length; step++) {
        double value = place == 0 ? values[step] : (place * 7 + step * 3) % 5;
        list.append(step == 0 ? "" : ",").append(value);
      }
      features.append(
          """
          %s{"type": "Feature", "id": %d, "properties": {"v": [%s]},
            "geometry": {"type": "Point", "coordinates": [%d, 0]}}
          """
              .formatted(place == 0 ? "" : ",", place, list, 1000 * place));
    }
    return "{\"type\": \"FeatureCollection\", \"features\": [" + features + "]}";
  }

  private static JsonNode run(String features, String more) throws Exception {
    return TestStudy.inline(
        "emerging-hotspots",
        "{\"features\": "
            + features
            + ", \"crs\": \"none\", \"bandMetres\": 10, \"valuesProperty\": \"v\""
            + more
            + "}");
  }

  /** Values of a place that is hot (H), or not (.), in each step. */
  private static double[] series(String hot) {
    return hot.chars().mapToDouble(one -> one == 'H' ? 100 : 2).toArray();
  }

  @ParameterizedTest
  @CsvSource({
    ".........H, new hot spot",
    ".......HHH, consecutive hot spot",
    "HHHHHHHHHH, persistent hot spot",
    "H.H.H....H, sporadic hot spot",
    "HHHHHHHHH., historical hot spot",
    "HHHHH....., no pattern detected",
  })
  void thePublishedLabelsAreFound(String hot, String label) throws Exception {
    JsonNode found = run(amongOthers(series(hot)), "");
    JsonNode place = found.at("/features/0/properties");
    assertThat(place.path("label").asText()).isEqualTo(label);
    for (int step = 0; step < hot.length(); step++) {
      assertThat(place.path("bins").get(step).asInt()).isEqualTo(hot.charAt(step) == 'H' ? 1 : 0);
    }
    assertThat(place.path("hot_bins").asLong())
        .isEqualTo(hot.chars().filter(c -> c == 'H').count());
    assertThat(place.path("giz")).hasSize(10);
    assertThat(found.at("/summary/labels").path(label).asInt()).isPositive();
  }

  @Test
  void trendsOfTheValuesAreThoseOfMannAndKendallAndSen() throws Exception {
    JsonNode place = run(amongOthers(1, 2, 3, 4, 5), "").at("/features/0/properties");
    assertThat(place.path("value_trend_z").asDouble()).isCloseTo(2.204541, within(1e-6));
    assertThat(place.path("value_trend_p").asDouble()).isCloseTo(0.027486, within(1e-6));
    assertThat(place.path("value_slope").asDouble()).isCloseTo(1, within(1e-12));
    place = run(amongOthers(9, 4, 7, 5, 3), "").at("/features/0/properties");
    assertThat(place.path("value_trend_z").asDouble()).isCloseTo(-1.224745, within(1e-6));
  }

  @Test
  void growingScoresIntensifyAndFallingOnesDiminish() throws Exception {
    double[] up = new double[10];
    double[] down = new double[10];
    for (int i = 0; i < 10; i++) {
      up[i] = 14 + i;
      down[i] = 23 - i;
    }
    assertThat(run(amongOthers(up), "").at("/features/0/properties/label").asText())
        .isEqualTo("intensifying hot spot");
    assertThat(run(amongOthers(down), "").at("/features/0/properties/label").asText())
        .isEqualTo("diminishing hot spot");
    assertThat(
            run(amongOthers(up), ", \"trendAlpha\": 0.0000001")
                .at("/features/0/properties/label")
                .asText())
        .isEqualTo("persistent hot spot");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | 0",
        "[{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [0, 0]}, \"properties\": {\"v\": []}}] | 1",
        "[{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [0, 0]}, \"properties\": {\"v\": [3, 3, 3]}}] | 1",
      })
  void littleOrNothingHasNoPattern(String features, int places) throws Exception {
    JsonNode found = run("{\"type\": \"FeatureCollection\", \"features\": " + features + "}", "");
    assertThat(found.at("/features")).hasSize(places);
    assertThat(found.at("/summary/labels/no pattern detected").asInt()).isEqualTo(places);
  }

  @Test
  void seriesOfOtherLengthsAreRefused() {
    String two =
        """
        {"type": "FeatureCollection", "features": [
          {"geometry": {"type": "Point", "coordinates": [0, 0]}, "properties": {"v": [1, 2]}},
          {"geometry": {"type": "Point", "coordinates": [0, 9]}, "properties": {"v": [1]}}]}
        """;
    assertThatThrownBy(() -> run(two, ""))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("v of Feature 1")
        .hasMessageContaining("2 numbers");
  }
}
