package org.borderwatch.server.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.NetworkFeature;
import org.borderwatch.data.network.NetworkNode;
import org.borderwatch.data.network.NetworkReceiver;
import org.borderwatch.server.geo.UtmZone;
import org.junit.jupiter.api.Test;

class RoadNetworkTest {
  @Test
  void noNetworkHasNothing() {
    RoadNetwork none = RoadNetwork.EMPTY;
    assertThat(none.nodes() + none.edges() + none.parts()).isZero();
    assertThat(none.nearest(106, 21, 1e6)).isEmpty();
    assertThat(none.nearestAll(106, 21, 1e6)).isEmpty();
    assertThat(none.edgeOf(1)).isEmpty();
    assertThat(none.graph(Weight.METRES).nodes()).isZero();
  }

  @Test
  void whatWasPutInIsToldAgain() {
    NetworkEdge road = TestEdges.road(0, 1, 106.7, 21.9, 106.75, 21.95, 106.8, 21.9);
    NetworkEdge trail = TestEdges.trail(2, 1, 106.9, 21.9, 106.8, 21.9);
    RoadNetwork network =
        new RoadNetwork.Builder("v", true)
            .node(106.7, 21.9)
            .node(106.8, 21.9)
            .node(106.9, 21.9)
            .node(110, 22)
            .edge(77, road)
            .edge(5, trail)
            .build();
    assertThat(network.version()).isEqualTo("v");
    assertThat(network.synthetic()).isTrue();
    assertThat(network.id(0)).isEqualTo(77);
    assertThat(network.edgeOf(5)).contains(1);
    assertThat(network.edgeOf(77)).contains(0);
    assertThat(network.edgeOf(6)).isEmpty();
    assertThat(network.name(0)).contains("Đường 4B");
    assertThat(network.ref(0)).contains("QL.4B");
    assertThat(network.surface(0)).contains("asphalt");
    assertThat(network.name(1)).isEmpty();
    assertThat(network.vertices(0)).isEqualTo(3);
    assertThat(network.vertexLon(0, 1)).isEqualTo(106.75);
    assertThat(network.vertexHeightMetres(0, 1)).isEqualTo(110);
    assertThat(network.vertexHeightMetres(1, 1)).isNaN();
    assertThat(network.cost(0, Weight.DRIVE_SECONDS, true)).isEqualTo(60);
    assertThat(network.cost(0, Weight.DRIVE_SECONDS, false)).isInfinite();
    assertThat(network.cost(0, Weight.METRES, false)).isEqualTo(1_000);
    assertThat(network.isOpen(1, Weight.DRIVE_SECONDS)).isFalse();
    assertThat(network.graph(Weight.DRIVE_SECONDS).arcs()).isEqualTo(1);
    assertThat(network.graph(Weight.WALK_SECONDS).arcs()).isEqualTo(4);
    assertThat(network.graph(Weight.METRES)).isSameAs(network.graph(Weight.METRES));
    assertThat(network.parts()).isEqualTo(2);
    assertThat(List.of(network.part(0), network.part(1), network.part(2), network.part(3)))
        .containsExactly(0, 0, 0, 1);
    assertThat(network.nodesOfPart(0)).isEqualTo(3);
  }

  @Test
  void theLargestPartIsTheFirst() {
    RoadNetwork.Builder builder = new RoadNetwork.Builder("v", false);
    for (int i = 0; i < 6; i++) {
      builder.node(106 + 0.1 * i, 21);
    }
    RoadNetwork network =
        builder
            .edge(1, TestEdges.trail(4, 3, 106.4, 21, 106.3, 21))
            .edge(2, TestEdges.trail(5, 4, 106.5, 21, 106.4, 21))
            .edge(3, TestEdges.trail(0, 1, 106, 21, 106.1, 21))
            .build();
    assertThat(network.parts()).isEqualTo(3);
    assertThat(List.of(network.part(3), network.part(4), network.part(5))).containsOnly(0);
    assertThat(List.of(network.part(0), network.part(1), network.part(2))).containsExactly(1, 1, 2);
  }

  @Test
  void theNearestPlaceLiesOnTheLine() {
    RoadNetwork network =
        new RoadNetwork.Builder("v", false)
            .node(106.7, 21.9)
            .node(106.8, 21.9)
            .edge(1, TestEdges.trail(0, 1, 106.7, 21.9, 106.75, 21.9, 106.8, 21.9))
            .edge(2, TestEdges.road(0, 1, 106.7, 21.9, 106.75, 21.95, 106.8, 21.9))
            .build();
    SnappedPoint snapped = network.nearest(106.775, 21.891, 2_000).orElseThrow();
    assertThat(snapped.edge()).isZero();
    assertThat(snapped.fraction()).isCloseTo(0.75, within(1e-6));
    assertThat(snapped.lon()).isCloseTo(106.775, within(1e-7));
    assertThat(snapped.distanceMetres()).isCloseTo(996.6, within(0.5));
    assertThat(network.nearest(106.775, 21.891, 990)).isEmpty();
    assertThat(network.nearest(106.6, 21.9, 20_000).orElseThrow().fraction()).isZero();
    assertThat(network.nearest(106.9, 21.9, 20_000).orElseThrow().fraction()).isEqualTo(1);
    assertThat(network.nearest(106.775, 21.891, 5_000, Weight.DRIVE_SECONDS).orElseThrow().edge())
        .isEqualTo(1);
    assertThat(network.nearestAll(106.775, 21.891, 5_000))
        .extracting(SnappedPoint::edge)
        .containsExactly(0, 1);
  }

  /** The plain way: every segment in the metres of UTM 48N, whose scale is corrected for. */
  @Test
  void theNearestOfManyIsThatOfASlowSearch() {
    Random random = new Random(5);
    RoadNetwork.Builder builder = new RoadNetwork.Builder("v", false);
    TestEdges.random(random, 300, 500, into(builder));
    RoadNetwork network = builder.build();
    for (int i = 0; i < 200; i++) {
      double lon = 106.57 + 0.11 * random.nextDouble();
      double lat = 21.77 + 0.11 * random.nextDouble();
      double[] slow = slow(network, lon, lat);
      double best = java.util.Arrays.stream(slow).min().orElseThrow();
      Optional<SnappedPoint> snapped = network.nearest(lon, lat, 3_000);
      assertThat(snapped.isPresent()).isEqualTo(best <= 3_000);
      snapped.ifPresent(
          point -> {
            assertThat(point.distanceMetres()).isCloseTo(best, within(0.5 + best * 1e-3));
            assertThat(slow[point.edge()]).isCloseTo(best, within(0.5 + best * 1e-3));
          });
      List<SnappedPoint> all = network.nearestAll(lon, lat, 3_000);
      assertThat(all)
          .isSortedAccordingTo(java.util.Comparator.comparingDouble(SnappedPoint::distanceMetres));
      assertThat(all.stream().map(SnappedPoint::edge).distinct().count()).isEqualTo(all.size());
      assertThat((double) all.size())
          .isBetween(
              (double) java.util.Arrays.stream(slow).filter(metres -> metres < 2_990).count(),
              (double) java.util.Arrays.stream(slow).filter(metres -> metres < 3_010).count());
    }
  }

  private static double[] slow(RoadNetwork network, double lon, double lat) {
    double[] nearest = new double[network.edges()];
    UtmZone.Metres ask = UtmZone.VIET_NAM.metres(lon, lat);
    UtmZone.Metres north = UtmZone.VIET_NAM.metres(lon, lat + 0.001);
    double scale =
        Math.hypot(north.east() - ask.east(), north.north() - ask.north())
            / (0.001 * MetresOfDegrees.at(lat).north());
    for (int e = 0; e < network.edges(); e++) {
      nearest[e] = Double.POSITIVE_INFINITY;
      for (int v = 0; v < network.vertices(e) - 1; v++) {
        UtmZone.Metres a =
            UtmZone.VIET_NAM.metres(network.vertexLon(e, v), network.vertexLat(e, v));
        UtmZone.Metres b =
            UtmZone.VIET_NAM.metres(network.vertexLon(e, v + 1), network.vertexLat(e, v + 1));
        double metres =
            java.awt.geom.Line2D.ptSegDist(
                    a.east(), a.north(), b.east(), b.north(), ask.east(), ask.north())
                / scale;
        nearest[e] = Math.min(nearest[e], metres);
      }
    }
    return nearest;
  }

  private static NetworkReceiver into(RoadNetwork.Builder builder) {
    return new NetworkReceiver() {
      private long id;

      @Override
      public void node(NetworkNode node) {
        builder.node(node.lon(), node.lat());
      }

      @Override
      public void edge(NetworkEdge edge) {
        builder.edge(++id, edge);
      }

      @Override
      public void feature(NetworkFeature feature) {
        throw new IllegalArgumentException("none is made");
      }
    };
  }
}
