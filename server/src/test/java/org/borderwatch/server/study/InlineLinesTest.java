package org.borderwatch.server.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import java.util.Set;
import org.borderwatch.server.graph.WeightedGraph;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.process.ProcessInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineLinesTest {
  private static InlineLines lines(String features, String more) {
    String inputs =
        "{\"features\": {\"type\": \"FeatureCollection\", \"features\": [" + features + "]}" + more;
    return InlineLines.of(
        new ProcessInputs(
            Json.tree(inputs + "}"), Set.of("features", "crs", "costProperty", "directed")));
  }

  private static String line(String id, String properties, String coordinates) {
    return """
    {"type": "Feature", "id": %s, "properties": {%s},
     "geometry": {"type": "LineString", "coordinates": %s}}
    """
        .formatted(id, properties, coordinates);
  }

  private static final String NONE = ", \"crs\": \"none\"";

  @Test
  void noLineIsNoNetwork() {
    InlineLines none = lines("", "");
    assertThat(none.size()).isZero();
    assertThat(none.nodes()).isZero();
    assertThat(none.graph().arcs()).isZero();
  }

  @Test
  void endsThatAreEqualAreOneNodeAndParallelLinesAndLoopsStay() {
    InlineLines found =
        lines(
            line("\"a\"", "", "[[0,0],[3,4]]")
                + ","
                + line("\"b\"", "", "[[3,4,99],[3,0],[-0.0,0]]")
                + ","
                + line("7", "", "[[3,4],[5,4],[3,4]]")
                + ","
                + line("null", "", "[[3,4],[3,4.0000000001]]"),
            NONE);
    assertThat(found.nodes()).isEqualTo(3);
    assertThat(found.from()).containsExactly(0, 1, 1, 1);
    assertThat(found.to()).containsExactly(1, 0, 1, 2);
    assertThat(found.costs()[0]).isEqualTo(5);
    assertThat(found.costs()[1]).isEqualTo(7);
    assertThat(found.costs()[2]).isEqualTo(4);
    assertThat(found.label(2)).isEqualTo("7");
    assertThat(found.label(3)).isEqualTo("3");
    assertThat(found.distance()).isEqualTo("plane (crs none)");
    WeightedGraph graph = found.graph();
    assertThat(graph.nodes()).isEqualTo(3);
    assertThat(graph.arcs()).isEqualTo(8);
    BitSet closed = new BitSet();
    closed.set(1);
    assertThat(found.graph(closed).arcs()).isEqualTo(6);
    assertThat(found.graph(closed).edges()).isEqualTo(4);
  }

  @Test
  void withDirectedALineLeadsFromStartToEndOnly() {
    WeightedGraph graph =
        lines(line("1", "\"c\": 2", "[[0,0],[1,0]]"), ", \"directed\": true").graph();
    assertThat(graph.arcs()).isEqualTo(1);
    assertThat(graph.head(graph.firstArc(0))).isEqualTo(1);
  }

  @Test
  void aLineInDegreesIsMeasuredAlongTheEarth() {
    // A degree of longitude on the equator is a 360th of 40,075.017 km.
    InlineLines found = lines(line("1", "", "[[105,0],[106,0]]"), "");
    assertThat(found.costs()[0]).isCloseTo(111_319.491, within(0.2));
    assertThat(found.distance()).isEqualTo("geodesic, WGS 84");
  }

  @Test
  void aPlaceThatIsNotOnEarthIsRefusedWithARemedy() {
    InlineLines found = lines(line("1", "", "[[105,21],[106,21]]"), "");
    assertThatThrownBy(() -> found.nodeAt(500_000, 2_400_000))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("isn't in degrees");
  }

  @Test
  void aProjectedSystemIsAPlane() {
    InlineLines found =
        lines(line("1", "", "[[500000,2400000],[503000,2404000]]"), ", \"crs\": \"epsg:32648\"");
    assertThat(found.costs()[0]).isEqualTo(5000);
    assertThat(found.distance()).isEqualTo("EPSG:32648");
    assertThat(found.metresTo(0, 500000, 2400010)).isEqualTo(10);
  }

  @Test
  void aMultiLineStringOfOnePartIsALine() {
    InlineLines found =
        lines(
            "{\"geometry\": {\"type\": \"MultiLineString\", \"coordinates\": [[[0,0],[0,2]]]}}",
            NONE);
    assertThat(found.costs()).containsExactly(2);
    assertThat(found.vertexCount(0)).isEqualTo(2);
    assertThat(found.vertexY(0, 1)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\": 4, \"geometry\": {\"type\": \"Point\", \"coordinates\": [1, 2]}} | Feature 0 (id 4) is a Point; expected a LineString",
        "{\"geometry\": {\"type\": \"MultiLineString\", \"coordinates\": [[[0,0],[1,1]],[[2,2],[3,3]]]}} | is a MultiLineString of 2 parts",
        "{\"geometry\": {\"type\": \"LineString\", \"coordinates\": [[1, 2]]}} | is a LineString; expected a LineString of two positions",
        "{\"geometry\": null} | Feature 0 is without geometry",
        "{\"geometry\": {\"type\": \"LineString\", \"coordinates\": [[1, 2], [\"3\", 4]]}} | has the position [\"3\",4]",
        "{\"geometry\": {\"type\": \"LineString\", \"coordinates\": [[1, 2], [300, 4]]}} | aren't degrees",
        "{\"geometry\": {\"type\": \"LineString\", \"coordinates\": [[1, 2], [1, 2]]}} | Feature 0 has no length",
      })
  void aFeatureThatIsNoLineIsNamed(String feature, String reason) {
    assertThatThrownBy(() -> lines(feature, ""))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "\"2\"", "null", "1e999"})
  void aCostThatIsNotAboveZeroIsRefusedByName(String cost) {
    String feature = line("\"a\"", "\"c\": " + cost, "[[0,0],[1,0]]");
    assertThatThrownBy(() -> lines(feature, ", \"costProperty\": \"c\""))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("c of Feature 0 (id a) is")
        .hasMessageContaining("expected a number above 0");
  }

  @Test
  void theNearestNodeIsTheOneOfAPlainSearch() {
    Random random = new Random(5);
    StringBuilder features = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      String ends =
          "[[%s,%s],[%s,%s]]"
              .formatted(
                  random.nextInt(30), random.nextInt(30), random.nextDouble() * 30, 80 + i / 30.0);
      features.append(i == 0 ? "" : ",").append(line("" + i, "", ends));
    }
    for (String crs : new String[] {NONE, ""}) {
      InlineLines lines = lines(features.toString(), crs);
      for (int i = 0; i < 300; i++) {
        double x = random.nextDouble() * 40 - 5;
        double y = random.nextDouble() * 89;
        int plain = 0;
        for (int node = 1; node < lines.nodes(); node++) {
          plain = lines.metresTo(node, x, y) < lines.metresTo(plain, x, y) ? node : plain;
        }
        assertThat(lines.metresTo(lines.nodeAt(x, y), x, y))
            .isLessThanOrEqualTo(lines.metresTo(plain, x, y) * (1 + (crs.isEmpty() ? 7e-3 : 0)));
      }
    }
  }
}
