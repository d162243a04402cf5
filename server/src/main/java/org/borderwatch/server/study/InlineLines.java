package org.borderwatch.server.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.graph.WeightedGraph;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.process.ProcessInputs;

/**
 * The input {@code features} as a network: each LineString is an edge between the nodes at its
 * ends. Ends are one node where both coordinates are equal, to the last bit; heights don't count.
 * Nodes are numbered as they are first met, line by line, start before end. Parallel lines and
 * loops are kept, and so are order, ids and geometries.
 *
 * <p>What a line costs is the number in {@code costProperty}; without that input its length in
 * metres: along the surface of WGS 84 where {@code crs} is in degrees (to a millionth, for vertices
 * up to 300 km apart), otherwise in the plane of {@code crs}. With {@code directed} a line leads
 * from its start to its end only. Immutable.
 */
public final class InlineLines {
  private static final String NAME = "features";

  private final List<JsonNode> features;
  private final LineCrs crs;
  private final double[] nodeX;
  private final double[] nodeY;
  private final int[] from;
  private final int[] to;
  private final double[] costs;
  private final boolean directed;
  private final NearestPoint nearest;

  private InlineLines(List<JsonNode> features, LineCrs crs, double[] costs, boolean directed) {
    this.features = features;
    this.crs = crs;
    this.costs = costs;
    this.directed = directed;
    this.from = new int[features.size()];
    this.to = new int[features.size()];
    double[] x = new double[2 * features.size()];
    double[] y = new double[2 * features.size()];
    Map<End, Integer> numbers = new HashMap<>();
    for (int i = 0; i < from.length; i++) {
      JsonNode line = vertices(i);
      from[i] = number(numbers, line.get(0), x, y);
      to[i] = number(numbers, line.get(line.size() - 1), x, y);
    }
    this.nodeX = Arrays.copyOf(x, numbers.size());
    this.nodeY = Arrays.copyOf(y, numbers.size());
    this.nearest = crs.nearest(nodeX, nodeY);
  }

  /** Where a line ends. */
  private record End(double x, double y) {}

  private static int number(Map<End, Integer> numbers, JsonNode position, double[] x, double[] y) {
    // Adding 0 turns -0 into 0, which is the same place.
    End end = new End(position.get(0).asDouble() + 0.0, position.get(1).asDouble() + 0.0);
    int number = numbers.computeIfAbsent(end, place -> numbers.size());
    x[number] = end.x();
    y[number] = end.y();
    return number;
  }

  /**
   * Reads {@code features}, {@code crs}, {@code costProperty} and {@code directed}.
   *
   * @throws BadParameter naming the feature and what is expected
   */
  public static InlineLines of(ProcessInputs inputs) {
    List<JsonNode> features = InlineFeatures.list(inputs, NAME);
    LineCrs crs = LineCrs.of(inputs.text("crs").orElse("OGC:CRS84"));
    for (int i = 0; i < features.size(); i++) {
      require(features.get(i), i, crs);
    }
    boolean directed = inputs.truth("directed").orElse(false);
    double[] costs = new double[features.size()];
    String property = inputs.text("costProperty").orElse(null);
    for (int i = 0; i < costs.length; i++) {
      costs[i] =
          property == null ? length(features.get(i), i, crs) : cost(features.get(i), i, property);
    }
    return new InlineLines(features, crs, costs, directed);
  }

  private static void require(JsonNode feature, int number, LineCrs crs) {
    JsonNode line = line(feature);
    if (line.size() < 2) {
      JsonNode type = feature.path("geometry").path("type");
      throw new BadParameter(
          NAME,
          "%s is %s; expected a LineString of two positions or more"
              .formatted(
                  InlineFeatures.name(feature, number),
                  type.isTextual() ? "a " + type.asText() + of(feature) : "without geometry"));
    }
    for (JsonNode position : line) {
      boolean finite =
          position.path(0).isNumber()
              && position.path(1).isNumber()
              && Double.isFinite(position.get(0).asDouble())
              && Double.isFinite(position.get(1).asDouble());
      if (!finite) {
        throw new BadParameter(
            NAME,
            "%s has the position %s; expected two finite numbers"
                .formatted(InlineFeatures.name(feature, number), position));
      }
      crs.require(number, position.get(0).asDouble(), position.get(1).asDouble());
    }
  }

  private static String of(JsonNode feature) {
    int parts = feature.path("geometry").path("coordinates").size();
    return feature.path("geometry").path("type").asText().equals("MultiLineString")
        ? " of " + parts + " parts"
        : "";
  }

  /** Its vertices; nothing where it isn't one line. */
  private static JsonNode line(JsonNode feature) {
    JsonNode geometry = feature.path("geometry");
    JsonNode coordinates = geometry.path("coordinates");
    return switch (geometry.path("type").asText()) {
      case "LineString" -> coordinates;
      case "MultiLineString" ->
          coordinates.size() == 1 ? coordinates.get(0) : coordinates.path("not one");
      default -> geometry.path("no line");
    };
  }

  private static double cost(JsonNode feature, int number, String property) {
    JsonNode value = feature.path("properties").path(property);
    if (!value.isNumber() || !(value.asDouble() > 0) || !Double.isFinite(value.asDouble())) {
      throw InlineFeatures.bad(
          "costProperty",
          property,
          InlineFeatures.name(feature, number),
          value,
          "a number above 0");
    }
    return value.asDouble();
  }

  private static double length(JsonNode feature, int number, LineCrs crs) {
    JsonNode line = line(feature);
    double metres = 0;
    for (int i = 1; i < line.size(); i++) {
      metres += crs.metres(line.get(i - 1), line.get(i));
    }
    if (!(metres > 0)) {
      throw new BadParameter(
          NAME,
          InlineFeatures.name(feature, number)
              + " has no length; leave it out, or give costProperty");
    }
    return metres;
  }

  /** How many lines, which are the edges. */
  public int size() {
    return features.size();
  }

  public int nodes() {
    return nodeX.length;
  }

  /** First coordinate of a node as it came: degrees east, or metres. */
  public double nodeX(int node) {
    return nodeX[node];
  }

  /** Second coordinate of a node as it came. */
  public double nodeY(int node) {
    return nodeY[node];
  }

  /** Node at the start of each line; don't change it. */
  public int[] from() {
    return from;
  }

  /** Node at the end of each line; don't change it. */
  public int[] to() {
    return to;
  }

  /** What each line costs, above 0; don't change it. */
  public double[] costs() {
    return costs;
  }

  /** Whether lines lead from start to end only. */
  public boolean directed() {
    return directed;
  }

  /** What lengths and distances are measured in, for the summary. */
  public String distance() {
    return crs.distance();
  }

  /** Nodes and lines by the same numbers. */
  public WeightedGraph graph() {
    return graph(new BitSet());
  }

  /** The same where some lines can't be used; they keep their numbers. */
  public WeightedGraph graph(BitSet closed) {
    double[] there = costs.clone();
    closed.stream().forEach(line -> there[line] = Double.POSITIVE_INFINITY);
    double[] back = there;
    if (directed) {
      back = new double[there.length];
      Arrays.fill(back, Double.POSITIVE_INFINITY);
    }
    return WeightedGraph.of(nodes(), from, to, there, back);
  }

  /**
   * The node that is nearest to a place, in the coordinates of the lines; the smallest number among
   * equals. O(log nodes).
   *
   * @throws IllegalStateException without any line
   * @throws BadParameter when the lines are in degrees and the place isn't
   */
  public int nodeAt(double x, double y) {
    return crs.nearest(nearest, x, y);
  }

  /** Metres from a node to a place, along the surface or in the plane. */
  public double metresTo(int node, double x, double y) {
    return crs.metres(nodeX[node], nodeY[node], x, y);
  }

  /** The line's id as a text; without one its number from 0 on. */
  public String label(int line) {
    return InlineFeatures.label(features.get(line), line);
  }

  /** How many vertices a line has. */
  public int vertexCount(int line) {
    return vertices(line).size();
  }

  /** First coordinate of a vertex as it came. */
  public double vertexX(int line, int vertex) {
    return vertices(line).get(vertex).get(0).asDouble();
  }

  /** Second coordinate of a vertex as it came. */
  public double vertexY(int line, int vertex) {
    return vertices(line).get(vertex).get(1).asDouble();
  }

  private JsonNode vertices(int line) {
    return line(features.get(line));
  }

  /** Opens a feature of a result and writes id and geometry of this line as they came. */
  public void open(ResultWriter out, int line) {
    JsonNode one = features.get(line);
    out.openFeature().asItCame("id", one.get("id")).asItCame("geometry", one.get("geometry"));
  }
}
