package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.NetworkFeature;
import org.borderwatch.data.network.NetworkNode;
import org.borderwatch.data.network.NetworkReceiver;
import org.borderwatch.data.place.Places;

/**
 * The roads and trails of the demo, all of them simulated: national roads join the towns that they
 * join in truth, along lines that are made up; small roads lead to gates, stations and hamlets, and
 * a dense web of trails over a made-up relief to the mouths. Made in about a second, the same on
 * every machine. Immutable.
 */
public final class DemoNetwork {
  private static final double RIVER_METRES = 9_000;

  private final List<NetworkNode> nodes = new ArrayList<>();
  private final List<NetworkEdge> edges = new ArrayList<>();
  private final List<NetworkFeature> features = new ArrayList<>();
  private final Map<String, Integer> towns = new LinkedHashMap<>();
  private final int[] mouthNodes;
  private final Map<Integer, Integer> numbers = new LinkedHashMap<>();
  private final Mesh mesh;
  private final WayShapes shapes;

  private DemoNetwork(long seed, Mesh mesh, int mouths) {
    this.mouthNodes = new int[mouths];
    this.mesh = mesh;
    this.shapes = new WayShapes(seed, mesh);
  }

  static DemoNetwork of(
      long seed,
      LandBorder border,
      BorderLocator locator,
      Places places,
      List<Mouth> mouths,
      List<DemoStation> stations) {
    Mesh mesh = new Mesh(seed, border, locator);
    LaidWays ways = new LaidWays();
    DemoRoads roads = new DemoRoads(seed, mesh, ways);
    Map<String, Integer> towns = roads.lay(places);
    DemoTrails trails = new DemoTrails(seed, mesh, ways, roads, mouths.size());
    trails.lay(mouths, stations);
    DemoNetwork network = new DemoNetwork(seed, mesh, mouths.size());
    network.build(ways, towns, trails, mouths);
    return network;
  }

  private void build(
      LaidWays ways, Map<String, Integer> townPlaces, DemoTrails trails, List<Mouth> allMouths) {
    Set<Integer> ends = new HashSet<>(townPlaces.values());
    ends.addAll(trails.hamlets());
    Set<Integer> gates = new HashSet<>();
    for (Mouth mouth : allMouths) {
      ends.add(trails.place(mouth));
      if (mouth.isGate()) {
        gates.add(trails.place(mouth));
      }
    }
    for (Chains.Chain chain : Chains.of(ways, ends)) {
      int from = node(chain.places().get(0), gates);
      int to = node(chain.places().get(chain.places().size() - 1), gates);
      add(from, to, chain.kind(), shapes.along(chain.places()));
    }
    for (LaidWays.Beyond road : ways.beyond()) {
      List<LonLat> line = new ArrayList<>();
      line.add(mesh.place(road.from()));
      line.addAll(road.between());
      line.add(mesh.place(road.to()));
      add(node(road.from(), gates), node(road.to(), gates), road.kind(), line);
    }
    townPlaces.forEach((name, place) -> towns.put(name, node(place, gates)));
    for (int hamlet : trails.hamlets()) {
      feature(NetworkFeature.Kind.SETTLEMENT, "hamlet", List.of(mesh.place(hamlet)));
    }
    for (Mouth mouth : allMouths) {
      mouthNodes[mouth.no()] = node(trails.place(mouth), gates);
      if (mouth.setting() == Setting.RIVER) {
        feature(NetworkFeature.Kind.RIVER, "stream", shapes.along(river(trails.place(mouth))));
      }
    }
  }

  /** From a mouth down the lowest ground to the lowest place around. */
  private List<Integer> river(int mouth) {
    LeastCost down =
        new LeastCost(
            mesh.size(),
            mesh::neighbours,
            (from, to) -> mesh.metres(from, to) * (0.3 + mesh.heightMetres(to) / 500),
            2 * RIVER_METRES,
            List.of(mouth));
    int lowest =
        IntStream.range(0, mesh.size())
            .filter(down::reaches)
            .filter(place -> mesh.metres(mouth, place) < RIVER_METRES)
            .boxed()
            .min((a, b) -> Double.compare(mesh.heightMetres(a), mesh.heightMetres(b)))
            .orElse(mouth);
    return down.way(lowest);
  }

  private int node(int place, Set<Integer> gates) {
    return numbers.computeIfAbsent(
        place,
        added -> {
          LonLat at = mesh.place(added);
          String barrier = gates.contains(added) ? "border_control" : null;
          nodes.add(
              new NetworkNode(
                  nodes.size(), at.lon(), at.lat(), (float) mesh.heightMetres(added), barrier));
          return nodes.size() - 1;
        });
  }

  private void add(int from, int to, LaidWays.Kind kind, List<LonLat> line) {
    edges.add(shapes.edge(from, to, kind, line, "demo/" + edges.size()));
  }

  private void feature(NetworkFeature.Kind kind, String type, List<LonLat> line) {
    features.add(
        new NetworkFeature(
            kind,
            type,
            null,
            WayShapes.degrees(line),
            "demo/" + kind.code() + "/" + features.size()));
  }

  /** Hands nodes, edges and what lies beside them out. */
  public void to(NetworkReceiver receiver) {
    nodes.forEach(receiver::node);
    edges.forEach(receiver::edge);
    features.forEach(receiver::feature);
  }

  public List<NetworkNode> nodes() {
    return nodes;
  }

  /** Numbered from 0 in the order of the list. */
  public List<NetworkEdge> edges() {
    return edges;
  }

  /** The node of a town that a national road goes through, by its Vietnamese name. */
  public Optional<Integer> town(String name) {
    return Optional.ofNullable(towns.get(name));
  }

  Map<String, Integer> towns() {
    return towns;
  }

  /** The node of a mouth. */
  public int node(Mouth mouth) {
    return mouthNodes[mouth.no()];
  }
}
