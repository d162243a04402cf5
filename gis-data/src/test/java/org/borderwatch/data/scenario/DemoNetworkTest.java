package org.borderwatch.data.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.NetworkNode;
import org.borderwatch.data.network.WayClass;
import org.borderwatch.data.route.RouteStatus;
import org.borderwatch.data.route.TraffickingRoute;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

class DemoNetworkTest {
  private static final Scenario SCENARIO =
      Scenario.demo(DemoDetections.BORDER, DemoDetections.PLACES);
  private static final DemoNetwork NETWORK = SCENARIO.network();
  private static final DemoRoutes ROUTES = SCENARIO.routes(NETWORK);

  @Test
  void itIsTheSameOnEveryMachine() {
    DemoNetwork again = SCENARIO.network();
    assertThat(again.nodes()).isEqualTo(NETWORK.nodes());
    assertThat(again.edges().size()).isEqualTo(NETWORK.edges().size());
    for (int i = 0; i < again.edges().size(); i++) {
      assertThat(again.edges().get(i).lonLat()).isEqualTo(NETWORK.edges().get(i).lonLat());
    }
  }

  @Test
  void townsAreJoinedByRoadsAndMouthsByTrails() {
    assertThat(kilometres(WayClass.TRUNK)).isBetween(140.0, 260.0);
    assertThat(kilometres(WayClass.PATH)).isGreaterThan(1_500);
    assertThat(NETWORK.edges().size()).isBetween(3_000, 20_000);
  }

  @Test
  void everythingHangsTogether() {
    int[] part = IntStream.range(0, NETWORK.nodes().size()).toArray();
    NETWORK.edges().forEach(edge -> part[root(part, edge.from())] = root(part, edge.to()));
    Set<Integer> parts = new HashSet<>();
    IntStream.range(0, part.length).forEach(node -> parts.add(root(part, node)));
    assertThat(parts).hasSize(1);
  }

  private static int root(int[] part, int node) {
    int at = node;
    while (part[at] != at) {
      at = part[at];
    }
    return at;
  }

  @Test
  void edgesBeginAndEndAtTheirNodes() {
    for (NetworkEdge edge : NETWORK.edges()) {
      double[] line = edge.lonLat();
      NetworkNode from = NETWORK.nodes().get(edge.from());
      NetworkNode to = NETWORK.nodes().get(edge.to());
      assertThat(line[0]).isEqualTo(from.lon());
      assertThat(line[1]).isEqualTo(from.lat());
      assertThat(line[line.length - 2]).isEqualTo(to.lon());
      assertThat(line[line.length - 1]).isEqualTo(to.lat());
    }
  }

  @Test
  void eachMouthLiesOnTheNetwork() {
    for (Mouth mouth : SCENARIO.truth().mouths()) {
      NetworkNode node = NETWORK.nodes().get(NETWORK.node(mouth));
      assertThat(new LonLat(node.lon(), node.lat())).isEqualTo(mouth.position());
      assertThat("border_control".equals(node.barrier())).isEqualTo(mouth.isGate());
    }
  }

  @Test
  void peopleAreSeenNearAWay() {
    STRtree lines = new STRtree();
    GeometryFactory factory = new GeometryFactory();
    for (NetworkEdge edge : NETWORK.edges()) {
      Coordinate[] vertices = new Coordinate[edge.lonLat().length / 2];
      for (int i = 0; i < vertices.length; i++) {
        vertices[i] = new Coordinate(edge.lonLat()[2 * i], edge.lonLat()[2 * i + 1]);
      }
      LineString line = factory.createLineString(vertices);
      lines.insert(line.getEnvelopeInternal(), line);
    }
    List<Double> metres = new ArrayList<>();
    DemoDetections.ALL.stream()
        .filter(seen -> seen.setting() == Setting.TRAIL && seen.source() == Source.PATROL)
        .forEach(
            seen -> {
              Envelope around = new Envelope(new Coordinate(seen.lon(), seen.lat()));
              around.expandBy(0.02);
              var point = factory.createPoint(new Coordinate(seen.lon(), seen.lat()));
              double degrees = 1;
              for (Object line : lines.query(around)) {
                degrees = Math.min(degrees, ((LineString) line).distance(point));
              }
              metres.add(degrees * 105_000);
            });
    metres.sort(Comparator.naturalOrder());
    assertThat(metres.get(metres.size() / 2)).isLessThan(100);
    assertThat(metres.get(metres.size() * 9 / 10)).isLessThan(500);
  }

  @Test
  void itsRoutesCarryEverybodyFromTownToMouth() {
    assertThat(ROUTES.all().stream().mapToDouble(DemoRoutes.TrueRoute::share).sum())
        .isCloseTo(1, within(1e-9));
    for (DemoRoutes.TrueRoute route : ROUTES.all()) {
      assertThat(route.line().get(route.line().size() - 1)).isEqualTo(route.mouth().position());
    }
    double most = Arrays.stream(ROUTES.loads()).max().orElse(0);
    assertThat(most).isBetween(0.3, 1.0);
  }

  @Test
  void theRegisterLeadsFromTownsToTheStrongestMouths() {
    List<TraffickingRoute> register = ROUTES.register();
    assertThat(register.stream().filter(TraffickingRoute::synthetic)).hasSize(21);
    assertThat(register).extracting(TraffickingRoute::code).doesNotHaveDuplicates();
    assertThat(register).extracting(TraffickingRoute::status).contains(RouteStatus.values());
    assertThat(register).extracting(TraffickingRoute::lengthKm).allMatch(km -> km > 2 && km < 80);
  }

  private static double kilometres(WayClass wayClass) {
    return NETWORK.edges().stream()
            .filter(edge -> edge.wayClass() == wayClass)
            .mapToDouble(NetworkEdge::lengthMetres)
            .sum()
        / 1_000;
  }
}
