package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.NetworkNode;
import org.borderwatch.data.route.TraffickingRoute;

/**
 * The ways that the people of the demo take: what an analysis of its segments should find. From
 * where the road from their province enters the network, by vehicle as far as one can drive and on
 * then on foot, to the mouth where they cross. Nobody takes quite the fastest way: each thinks some
 * stretches shorter or longer than they are, and all keep away from gates that they don't go to.
 * Immutable.
 */
public final class DemoRoutes {
  private static final double TASTE = 0.2;
  private static final double SHY_METRES = 1_500;
  private static final double SHYNESS = 1.6;

  /** Provinces that lie on the network's side of Hà Nội; all others come through there. */
  private static final Map<String, String> ENTRANCES =
      Map.of(
          "VN-09", "Lạng Sơn",
          "VN-04", "Cao Bằng",
          "VN-53", "Bắc Kạn",
          "VN-69", "Thái Nguyên",
          "VN-03", "Thái Nguyên",
          "VN-02", "Thái Nguyên",
          "VN-06", "Thái Nguyên",
          "VN-54", "Bắc Giang",
          "VN-13", "Hạ Long");

  private static final String FROM_ELSEWHERE = "Hà Nội";

  /**
   * One way.
   *
   * @param from town by which it enters the network
   * @param share of all crossings that go this way; all add up to 1
   * @param edges numbers of the network's edges, from the town to the mouth
   * @param line degrees, along these edges
   */
  public record TrueRoute(
      String from, Mouth mouth, double share, List<Integer> edges, List<LonLat> line) {
    public TrueRoute {
      edges = List.copyOf(edges);
      line = List.copyOf(line);
    }
  }

  private final DemoNetwork network;
  private final List<Mouth> mouths;
  private final double[] cost;
  private final Map<Long, Integer> cheapest = new HashMap<>();
  private final int[][] neighbours;
  private final List<TrueRoute> routes = new ArrayList<>();

  DemoRoutes(long seed, DemoNetwork network, List<Mouth> mouths) {
    this.network = network;
    this.mouths = mouths;
    cost = new double[network.edges().size()];
    List<List<Integer>> around = new ArrayList<>();
    network.nodes().forEach(node -> around.add(new ArrayList<>()));
    for (int i = 0; i < cost.length; i++) {
      NetworkEdge edge = network.edges().get(i);
      cost[i] =
          seconds(edge) * Draws.of(seed, Draws.Link.TASTE, i).logNormal(1, TASTE) * shyness(edge);
      around.get(edge.from()).add(edge.to());
      around.get(edge.to()).add(edge.from());
      cheapest.merge(LaidWays.key(edge.from(), edge.to()), i, (a, b) -> cost[a] <= cost[b] ? a : b);
    }
    neighbours =
        around.stream()
            .map(all -> all.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    entrances().forEach(this::from);
  }

  /** Slower of the two ways, by vehicle where one can drive. */
  private static double seconds(NetworkEdge edge) {
    double forward = Math.min(edge.walkSeconds(), edge.driveSeconds());
    double back = Math.min(edge.walkSecondsBack(), edge.driveSecondsBack());
    return Math.max(forward, back);
  }

  private double shyness(NetworkEdge edge) {
    return isNearGate(edge.from()) || isNearGate(edge.to()) ? SHYNESS : 1;
  }

  private boolean isNearGate(int node) {
    NetworkNode at = network.nodes().get(node);
    LonLat place = new LonLat(at.lon(), at.lat());
    return mouths.stream()
        .anyMatch(mouth -> mouth.isGate() && Mesh.metres(mouth.position(), place) < SHY_METRES);
  }

  /** The share of people that enters the network in each town. */
  private static Map<String, Double> entrances() {
    Map<String, Double> shares = new LinkedHashMap<>();
    Group.origins()
        .forEach(
            (province, share) ->
                shares.merge(ENTRANCES.getOrDefault(province, FROM_ELSEWHERE), share, Double::sum));
    return shares;
  }

  private void from(String town, double share) {
    int start = network.town(town).orElseThrow();
    LeastCost ways =
        new LeastCost(
            network.nodes().size(),
            node -> neighbours[node],
            (a, b) -> cost[edge(a, b)],
            Double.POSITIVE_INFINITY,
            List.of(start));
    for (Mouth mouth : mouths) {
      List<Integer> nodes = ways.way(network.node(mouth));
      List<Integer> edges = new ArrayList<>();
      List<LonLat> line = new ArrayList<>();
      for (int i = 1; i < nodes.size(); i++) {
        int number = edge(nodes.get(i - 1), nodes.get(i));
        edges.add(number);
        append(line, network.edges().get(number), nodes.get(i - 1));
      }
      routes.add(new TrueRoute(town, mouth, share * mouth.strength(), edges, line));
    }
  }

  private int edge(int a, int b) {
    Integer found = cheapest.get(LaidWays.key(a, b));
    if (found == null) {
      throw new IllegalStateException("no way between " + a + " and " + b);
    }
    return found;
  }

  private static void append(List<LonLat> line, NetworkEdge edge, int start) {
    double[] lonLat = edge.lonLat();
    int vertices = lonLat.length / 2;
    for (int i = line.isEmpty() ? 0 : 1; i < vertices; i++) {
      int vertex = edge.from() == start ? i : vertices - 1 - i;
      line.add(new LonLat(lonLat[2 * vertex], lonLat[2 * vertex + 1]));
    }
  }

  /** Every way from an entrance to a mouth. */
  public List<TrueRoute> all() {
    return List.copyOf(routes);
  }

  /** Those that the demo's register holds, from west to east. */
  public List<TraffickingRoute> register() {
    return new DemoRegister(network, this).routes();
  }

  /** The share of all crossings that goes over each edge, by its number. */
  public double[] loads() {
    double[] loads = new double[cost.length];
    for (TrueRoute route : routes) {
      route.edges().forEach(edge -> loads[edge] += route.share());
    }
    return loads;
  }
}
