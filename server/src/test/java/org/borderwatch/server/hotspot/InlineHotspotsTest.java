package org.borderwatch.server.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.borderwatch.server.study.TestStudy.inline;
import static org.borderwatch.server.study.TestStudy.points;

import com.fasterxml.jackson.databind.JsonNode;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hotspots of features that come with the request, through the public process. */
class InlineHotspotsTest {
  private static final double[] EXPECTED = {
    -1.3972763, -0.2891776, 0.6506496, -0.2891776, 1.2345209, 2.0242433
  };
  private static final String SIX =
      points("v", 10, 10, 2, 20, 10, 3, 40, 10, 3.2, 15, 20, 5, 30, 20, 8, 30, 30, 7);

  private static JsonNode hotspots(String features, String more) throws Exception {
    return inline("hotspots", "{\"features\": " + features + ", " + more + "}");
  }

  @Test
  void thePublishedScoresOfSixPointsAreFound() throws Exception {
    JsonNode found =
        hotspots(SIX, "\"crs\": \"none\", \"bandMetres\": 15, \"valueProperty\": \"v\"");
    for (int i = 0; i < EXPECTED.length; i++) {
      JsonNode feature = found.at("/features").get(i);
      assertThat(feature.path("id").asText()).isEqualTo("p" + i);
      assertThat(feature.at("/properties/giz").asDouble()).isCloseTo(EXPECTED[i], within(1e-6));
    }
    assertThat(found.at("/features/0/geometry/coordinates").toString()).isEqualTo("[10.0,10.0]");
    assertThat(found.at("/features/5/properties/class").asInt()).isEqualTo(2);
    assertThat(found.at("/features/5/properties/class_bh").asInt()).isZero();
    assertThat(found.at("/summary/n").asInt()).isEqualTo(6);
    assertThat(found.at("/summary/mean").asDouble()).isCloseTo(4.7, within(1e-12));
    assertThat(found.at("/summary/critical/raw").asDouble()).isCloseTo(1.959964, within(1e-6));
    assertThat(found.at("/summary/critical/bh").isNull()).isTrue();
    assertThat(found.at("/summary/distance").asText()).isEqualTo("plane (crs none)");
    assertThat(found.at("/summary/synthetic").asBoolean(true)).isFalse();
  }

  @Test
  void noFeatureIsNoResult() throws Exception {
    JsonNode found = hotspots(points("v"), "\"bandMetres\": 15, \"valueProperty\": \"v\"");
    assertThat(found.at("/features")).isEmpty();
    assertThat(found.at("/summary/n").asInt(-1)).isZero();
  }

  @Test
  void onePointIsNeitherHotNorCold() throws Exception {
    JsonNode found =
        hotspots(points("v", 106, 22, 9), "\"bandMetres\": 15, \"valueProperty\": \"v\"");
    assertThat(found.at("/features/0/properties/giz").asDouble(-1)).isZero();
    assertThat(found.at("/features/0/properties/p").asDouble()).isEqualTo(1);
  }

  @Test
  void equalValuesAreNeitherHotNorCold() throws Exception {
    JsonNode found =
        hotspots(
            points("v", 0, 0, 4, 5, 0, 4, 100, 0, 4),
            "\"crs\": \"none\", \"bandMetres\": 15, \"valueProperty\": \"v\", \"permutations\": 99");
    found
        .at("/features")
        .forEach(
            one -> {
              assertThat(one.at("/properties/giz").asDouble(-1)).isZero();
              assertThat(one.at("/properties/p_sim").asDouble()).isEqualTo(1);
            });
  }

  @Test
  void allPointsAtOnePlaceSayNothing() throws Exception {
    JsonNode found =
        hotspots(
            points("v", 1, 1, 1, 1, 1, 2, 1, 1, 3),
            "\"crs\": \"none\", \"bandMetres\": 15, \"valueProperty\": \"v\"");
    found
        .at("/features")
        .forEach(one -> assertThat(one.at("/properties/giz").asDouble(-1)).isZero());
  }

  @Test
  void pointsOnBothSidesOfAZonesEdgeAreMeasuredInTheZoneOfTheirMiddle() throws Exception {
    // 3 points 1 km apart about the meridian of 108 degrees, where zone 48 ends.
    double[] xyv = new double[9];
    UtmZone zone = UtmZone.of(108.001, 15);
    for (int i = 0; i < 3; i++) {
      UtmZone.Metres on = zone.metres(108.001, 15);
      UtmZone.Degrees at = zone.degrees(on.east() + 1000.0 * (i - 1), on.north());
      xyv[3 * i] = at.lon();
      xyv[3 * i + 1] = at.lat();
      xyv[3 * i + 2] = i * i;
    }
    assertThat(xyv[0]).isLessThan(108);
    assertThat(xyv[6]).isGreaterThan(108);
    JsonNode found = hotspots(points("v", xyv), "\"bandMetres\": 1000, \"valueProperty\": \"v\"");
    assertThat(found.at("/summary/distance").asText()).isEqualTo("EPSG:32649");
    assertThat(found.at("/features/0/properties/neighbours").asInt()).isEqualTo(2);
    assertThat(found.at("/features/1/properties/neighbours").asInt()).isEqualTo(3);
  }

  @Test
  void whatIsWiderThanAZoneIsRefusedWithARemedy() {
    assertThatThrownBy(
            () ->
                hotspots(
                    points("v", 100, 10, 1, 112, 10, 2),
                    "\"bandMetres\": 1000, \"valueProperty\": \"v\""))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("1,000 km")
        .hasMessageContaining("crs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EPSG:32648 | EPSG:32648",
        "epsg:32748 | EPSG:32748",
        "EPSG:3405 | EPSG:3405",
        "none | plane (crs none)",
      })
  void aProjectedSystemIsTakenAsItStands(String crs, String distance) throws Exception {
    JsonNode found =
        hotspots(SIX, "\"crs\": \"" + crs + "\", \"bandMetres\": 15, \"valueProperty\": \"v\"");
    assertThat(found.at("/summary/distance").asText()).isEqualTo(distance);
    assertThat(found.at("/features/5/properties/giz").asDouble())
        .isCloseTo(EXPECTED[5], within(1e-6));
  }

  @Test
  void otherDegreesAreTurnedIntoThoseOfWgs84() throws Exception {
    // NAD27 in Kansas lies about 30 m from WGS 84: the zone stays, the numbers are finite.
    JsonNode found =
        hotspots(
            points("v", -98, 39, 1, -98.001, 39, 5, -97.5, 39, 2),
            "\"crs\": \"EPSG:4267\", \"bandMetres\": 200, \"valueProperty\": \"v\"");
    assertThat(found.at("/summary/distance").asText()).isEqualTo("EPSG:32614");
    assertThat(found.at("/features/0/properties/neighbours").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"crs\": \"EPSG:999999\", \"bandMetres\": 15, \"valueProperty\": \"v\" | known EPSG code",
        "\"crs\": \"WGS84\", \"bandMetres\": 15, \"valueProperty\": \"v\" | known EPSG code",
        "\"crs\": \"EPSG:2264\", \"bandMetres\": 15, \"valueProperty\": \"v\" | projection in metres",
        "\"crs\": \"none\", \"valueProperty\": \"v\" | bandMetres is missing",
        "\"crs\": \"none\", \"bandMetres\": 15 | valueProperty is missing",
        "\"crs\": \"none\", \"bandMetres\": 15, \"valueProperty\": \"w\" | w of Feature 0 (id p0) is missing",
        "\"bandMetres\": -1, \"valueProperty\": \"v\" | bandMetres is -1",
        "\"bandMetres\": 15, \"valueProperty\": \"v\", \"filter\": {} | leave it out",
        "\"bandMetres\": 15, \"valuProperty\": \"v\" | is valueProperty meant",
      })
  void whatCannotBeUnderstoodIsRefusedByName(String more, String reason) {
    assertThatThrownBy(() -> hotspots(SIX, more))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | FeatureCollection",
        "[] | FeatureCollection",
        "{\"type\": \"FeatureCollection\"} | FeatureCollection",
        "{\"type\": \"FeatureCollection\", \"features\": [null]} | Feature 0 has no geometry",
        "{\"type\": \"FeatureCollection\", \"features\": [{\"geometry\": {\"type\": \"Point\", \"coordinates\": [1]}}]} | Feature 0 has no geometry",
        "{\"type\": \"FeatureCollection\", \"features\": [{\"id\": 7, \"geometry\": {\"type\": \"Point\", \"coordinates\": [1, 2]}, \"properties\": {\"v\": \"3\"}}]} | v of Feature 0 (id 7) is \"3\"; expected a number",
        "{\"type\": \"FeatureCollection\", \"features\": [{\"geometry\": {\"type\": \"Point\", \"coordinates\": [300, 2]}, \"properties\": {\"v\": 3}}]} | aren't degrees",
      })
  void aFeatureThatCannotBeUnderstoodIsNamed(String features, String reason) {
    assertThatThrownBy(() -> hotspots(features, "\"bandMetres\": 15, \"valueProperty\": \"v\""))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aPolygonStandsAtItsCentroidAndComesBackAsItCame() throws Exception {
    String square =
        """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "id": 9, "properties": {"v": 1},
           "geometry": {"type": "Polygon", "coordinates": [[[0,0],[2,0],[2,2],[0,2],[0,0]]]}},
          {"type": "Feature", "properties": {"v": 4},
           "geometry": {"type": "Point", "coordinates": [4, 1]}}]}
        """;
    JsonNode found =
        hotspots(square, "\"crs\": \"none\", \"bandMetres\": 3, \"valueProperty\": \"v\"");
    assertThat(found.at("/features/0/geometry/type").asText()).isEqualTo("Polygon");
    assertThat(found.at("/features/0/id").asInt()).isEqualTo(9);
    assertThat(found.at("/features/1").has("id")).isFalse();
    assertThat(found.at("/features/0/properties/neighbours").asInt()).isEqualTo(2);
  }

  @Test
  void ratesOfPlacesWithoutExposureAreLeftOut() throws Exception {
    String features =
        """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "properties": {"v": 6, "e": 3},
           "geometry": {"type": "Point", "coordinates": [0, 0]}},
          {"type": "Feature", "properties": {"v": 2, "e": 4},
           "geometry": {"type": "Point", "coordinates": [9, 0]}},
          {"type": "Feature", "properties": {"v": 0, "e": 0},
           "geometry": {"type": "Point", "coordinates": [5, 0]}}]}
        """;
    JsonNode found =
        hotspots(
            features,
            "\"crs\": \"none\", \"bandMetres\": 1, \"valueProperty\": \"v\","
                + " \"exposureProperty\": \"e\", \"smoothing\": \"none\"");
    assertThat(found.at("/features/0/properties/value").asDouble()).isEqualTo(2);
    assertThat(found.at("/features/1/properties/value").asDouble()).isEqualTo(0.5);
    assertThat(found.at("/features/2/properties/value").isNull()).isTrue();
    assertThat(found.at("/features/2/properties/giz").isNull()).isTrue();
    assertThat(found.at("/features/2/properties/patrolled").asText()).isEqualTo("no");
    assertThat(found.at("/summary/n").asInt()).isEqualTo(2);
  }
}
