package org.borderwatch.server.keyroute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.WayClass;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.graph.WayEnd;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.Weight;
import org.junit.jupiter.api.Test;

class ReachabilityTest {
  private final RoadNetwork network = TestNetwork.roadAndTrail();

  private JsonNode reach(String inputs) throws Exception {
    return TestNetwork.run(network, "reachability", "{" + inputs + "}");
  }

  @Test
  void edgesAreCutWhereATimeEnds() throws Exception {
    JsonNode found = reach("\"from\": [105.01, 21], \"minutes\": [10, 30, 10]");
    assertThat(found.path("summary").path("bands")).hasSize(2);
    // Within 600 s: 750 m back along the first half, 600 m along the second.
    assertThat(found.at("/summary/bands/0/km").asDouble()).isEqualTo(1.35, within(1e-9));
    assertThat(found.at("/summary/bands/0/nodes").asInt()).isEqualTo(1);
    // Within 1,800 s: the whole road; the trail from both of its ends.
    assertThat(found.at("/summary/bands/1/km").asDouble())
        .isEqualTo(2 + 3 * (1000.0 / 3600 + 800.0 / 3000), within(1e-9));
    assertThat(found.at("/summary/bands/1/nodes").asInt()).isEqualTo(3);
    assertThat(found.path("features")).hasSize(6);
    JsonNode first = found.path("features").get(0);
    assertThat(first.at("/properties/edge").asText()).isEqualTo("11");
    double sum = 0;
    for (JsonNode piece : found.path("features")) {
      sum += piece.at("/properties/length_m").asDouble();
      assertThat(piece.at("/properties/seconds").asDouble())
          .isLessThanOrEqualTo(60 * piece.at("/properties/minutes").asDouble());
    }
    assertThat(sum / 1000).isEqualTo(found.at("/summary/bands/1/km").asDouble(), within(0.001));
  }

  @Test
  void aStationIsKnownByItsCode() throws Exception {
    JsonNode found =
        TestNetwork.run(
            network,
            code -> code.equals("S1") ? Optional.of(new LonLat(105, 21)) : Optional.empty(),
            "reachability",
            "{\"station\": \"S1\", \"weight\": \"driveSeconds\", \"minutes\": [60]}");
    assertThat(found.at("/summary/station").asText()).isEqualTo("S1");
    assertThat(found.at("/summary/bands/0/km").asDouble()).isEqualTo(2);
    assertThatThrownBy(() -> reach("\"station\": \"S2\""))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("no station S2");
    assertThatThrownBy(() -> reach("\"minutes\": [5]"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("either from");
    assertThatThrownBy(() -> reach("\"from\": [105, 21], \"minutes\": [0, 5]"))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("above 0");
  }

  @Test
  void everyPlaceFallsIntoTheFirstTimeWithinWhichItIsReached() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      RoadNetwork network = random(random);
      int start = random.nextInt(network.edges());
      WayEnd from = on(network, start, random.nextDouble());
      double[] limits = {0.3 + random.nextDouble(), 2, 3};
      Reach reach =
          Reach.of(
              network,
              Weight.WALK_SECONDS,
              from,
              new BitSet(),
              limits,
              100_000,
              Progress.UNWATCHED);
      for (int edge = 0; edge < network.edges(); edge++) {
        double share = random.nextDouble();
        double seconds =
            network
                .finder(Weight.WALK_SECONDS)
                .shortest(from, on(network, edge, share), new BitSet())
                .map(way -> way.cost())
                .orElse(Double.POSITIVE_INFINITY);
        assertThat(band(reach, edge, share))
            .as("seed %d, edge %d", seed, edge)
            .isEqualTo(firstWithin(limits, seconds));
      }
    }
  }

  private static int firstWithin(double[] limits, double seconds) {
    for (int i = 0; i < limits.length; i++) {
      if (seconds <= limits[i]) {
        return i;
      }
    }
    return -1;
  }

  private static WayEnd on(RoadNetwork network, int edge, double share) {
    return WayEnd.onEdge(
        edge,
        network.from(edge),
        network.to(edge),
        share,
        network.cost(edge, Weight.WALK_SECONDS, true),
        network.cost(edge, Weight.WALK_SECONDS, false));
  }

  private static int band(Reach reach, int edge, double share) {
    int band = -1;
    for (Reach.Piece piece : reach.pieces()) {
      if (piece.edge() == edge && piece.from() <= share && share <= piece.to()) {
        band = piece.limit();
      }
      assertThat(piece.seconds()).isLessThanOrEqualTo(reach.limits()[piece.limit()] + 1e-9);
    }
    return band;
  }

  private static RoadNetwork random(Random random) {
    RoadNetwork.Builder builder = new RoadNetwork.Builder("random", false);
    int nodes = 2 + random.nextInt(5);
    for (int i = 0; i < nodes; i++) {
      builder.node(105 + 0.01 * i, 21);
    }
    for (int i = 0; i < 8; i++) {
      int from = random.nextInt(nodes);
      int to = random.nextInt(nodes);
      double there = 0.2 + random.nextDouble();
      double back = random.nextInt(4) == 0 ? TestNetwork.CLOSED : 0.2 + random.nextDouble();
      builder.edge(
          i,
          new NetworkEdge(
              from,
              to,
              WayClass.PATH,
              null,
              null,
              null,
              new double[] {105 + 0.01 * from, 21, 105 + 0.01 * to, 21},
              new float[0],
              10,
              there,
              back,
              there,
              back,
              "way/" + i));
    }
    return builder.build();
  }
}
