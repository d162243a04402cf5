package org.borderwatch.bench.keyroute;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.place.Places;
import org.borderwatch.data.scenario.DemoNetwork;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.server.analysis.ProcessCatalogue;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.demo.UnstoredDemo;
import org.borderwatch.server.demo.UnstoredDepartures;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.StudySources;

/**
 * Holds key segments, found from the demo's detections, against the ways that its people took;
 * prints Markdown. Of the {@value #TOP} segments with the largest load that are found: how many are
 * among the {@value #TOP} that truly carry most, and how many lie on a true route at all; over all
 * ways, over small roads, and over trails.
 */
public final class PlantedRoutes {
  private static final int TOP = 20;

  private final DemoNetwork network;
  private final double[] truth;
  private final AnalysisProcess keySegments;

  private PlantedRoutes(
      Scenario demo, DemoNetwork network, StudySources sources, RoadNetwork inMemory) {
    this.network = network;
    this.truth = demo.routes(network).loads();
    this.keySegments =
        ProcessCatalogue.of(
                sources,
                synthetic -> inMemory,
                station -> Optional.empty(),
                new UnstoredDepartures(demo))
            .require("key-segments");
  }

  /** Prints the table. */
  public static void main(String[] words) throws Exception {
    ReferenceLayers layers = ReferenceLayers.load();
    Scenario demo = Scenario.demo(layers.border(), Places.load());
    DemoNetwork network = demo.network();
    PlantedRoutes planted =
        new PlantedRoutes(
            demo, network, UnstoredDemo.of(demo, layers), UnstoredDemo.network(network));
    planted.print();
  }

  private void print() throws Exception {
    print(
        "| weight | demand | all ways | on a true route | small roads | on a true route | trails | on a true route |");
    print("|---|---|---|---|---|---|---|---|");
    for (String weight : new String[] {"travelSeconds", "walkSeconds", "metres"}) {
      for (String demand : new String[] {"persons", "detections", "none"}) {
        List<Integer> found = found(weight, demand);
        StringBuilder row = new StringBuilder("| %s | %s |".formatted(weight, demand));
        for (IntPredicate kind :
            List.<IntPredicate>of(edge -> true, this::isSmallRoad, this::isTrail)) {
          row.append(
              String.format(
                  Locale.ROOT,
                  " %.2f | %.2f |",
                  precision(found, kind),
                  onTrueRoutes(found, kind)));
        }
        print("%s", row);
      }
    }
  }

  private boolean isTrail(int edge) {
    return !isRoad(edge);
  }

  private boolean isSmallRoad(int edge) {
    return isRoad(edge) && network.edges().get(edge).ref() == null;
  }

  private boolean isRoad(int edge) {
    NetworkEdge one = network.edges().get(edge);
    return Double.isFinite(one.driveSeconds());
  }

  /** Numbers of edges, the largest load first. */
  private List<Integer> found(String weight, String demand) throws Exception {
    String destinations = demand.equals("none") ? "\"gates\"" : "\"detections\"";
    String inputs =
        """
        {"origins": "provinces", "destinations": %s, "weight": "%s", "demand": "%s", "synthetic": true, "filter": {"synthetic": true}, "most": 20000}"""
            .formatted(destinations, weight, demand);
    byte[] result =
        keySegments
            .prepare(new ProcessInputs(Json.tree(inputs), keySegments.description().inputNames()))
            .run(Crew.of(Runtime.getRuntime().availableProcessors(), Progress.UNWATCHED))
            .forms()
            .get(0)
            .content();
    List<JsonNode> features = new ArrayList<>();
    Json.tree(new String(result, StandardCharsets.UTF_8)).path("features").forEach(features::add);
    features.sort(Comparator.comparingInt(feature -> feature.at("/properties/rank").asInt()));
    return features.stream().map(feature -> Integer.parseInt(feature.path("id").asText())).toList();
  }

  private double precision(List<Integer> found, IntPredicate kind) {
    Set<Integer> most =
        new HashSet<>(
            IntStream.range(0, truth.length)
                .filter(kind)
                .boxed()
                .sorted(Comparator.comparingDouble(edge -> -truth[edge]))
                .limit(TOP)
                .toList());
    return share(found, kind, most::contains);
  }

  private double onTrueRoutes(List<Integer> found, IntPredicate kind) {
    return share(found, kind, edge -> truth[edge] > 0);
  }

  private static double share(List<Integer> found, IntPredicate kind, IntPredicate right) {
    return (double) found.stream().filter(kind::test).limit(TOP).filter(right::test).count() / TOP;
  }

  private static void print(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }
}
