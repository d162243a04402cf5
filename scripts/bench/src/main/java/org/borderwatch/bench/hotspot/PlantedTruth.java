package org.borderwatch.bench.hotspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.place.Places;
import org.borderwatch.data.scenario.Mouth;
import org.borderwatch.data.scenario.Scenario;
import org.borderwatch.data.scenario.Truth;
import org.borderwatch.server.analysis.ProcessCatalogue;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.demo.UnstoredDemo;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.StudySources;

/**
 * Holds what analyses find on the demo against what was planted in it; prints Markdown. Truth are
 * the mouths at least twice as strong as the mean of all; a hot cell is near a mouth when its
 * middle is at most {@value #NEAR_METRES} m from it: so far inland its people are seen.
 */
public final class PlantedTruth {
  private static final double NEAR_METRES = 3000;
  private static final double STRONG = 2;
  private static final int SIGNIFICANT = 2;

  private final StudySources sources;
  private final Truth truth;
  private final List<Mouth> strong;

  private PlantedTruth(StudySources sources, Truth truth) {
    this.sources = sources;
    this.truth = truth;
    double mean = truth.mouths().stream().mapToDouble(Mouth::strength).average().orElseThrow();
    this.strong =
        truth.mouths().stream()
            .filter(mouth -> mouth.strength() >= STRONG * mean)
            .sorted(Comparator.comparingDouble(mouth -> -mouth.strength()))
            .toList();
  }

  /** Prints the tables. */
  public static void main(String[] words) throws Exception {
    ReferenceLayers layers = ReferenceLayers.load();
    Scenario demo = Scenario.demo(layers.border(), Places.load());
    PlantedTruth planted = new PlantedTruth(UnstoredDemo.of(demo, layers), demo.truth());
    planted.hotspots();
    planted.emerging();
    planted.clusters();
  }

  private void hotspots() throws Exception {
    print(
        "| cells, m | band, m | exposure | n | hot cells | precision | recall of %d strong | of 3 hardly patrolled |",
        strong.size());
    print("|---|---|---|---|---|---|---|---|");
    for (int cell : new int[] {500, 700, 1000, 1500}) {
      for (int rings = 1; rings <= 2; rings++) {
        for (String exposure : new String[] {"none", "effort"}) {
          JsonNode found =
              run(
                  "hotspots",
                  "{\"cellMetres\": %d, \"bandMetres\": %d, \"exposure\": \"%s\"}"
                      .formatted(cell, rings * cell, exposure));
          List<JsonNode> hot = new ArrayList<>();
          for (JsonNode one : found.at("/features")) {
            if (one.at("/properties/class_bh").asInt() >= SIGNIFICANT) {
              hot.add(one);
            }
          }
          long right =
              hot.stream().filter(one -> strong.stream().anyMatch(m -> near(one, m))).count();
          print(
              "| %d | %d | %s | %d | %d | %.2f | %.2f | %d |",
              cell,
              rings * cell,
              exposure,
              found.at("/summary/n").asInt(),
              hot.size(),
              (double) right / hot.size(),
              (double) found(hot, strong) / strong.size(),
              found(hot, truth.hardlyPatrolled()));
        }
      }
    }
  }

  private static long found(List<JsonNode> hot, List<Mouth> mouths) {
    return mouths.stream().filter(mouth -> hot.stream().anyMatch(one -> near(one, mouth))).count();
  }

  /** Whether the middle of a cell is near a mouth. */
  private static boolean near(JsonNode cell, Mouth mouth) {
    JsonNode ring = cell.at("/geometry/coordinates/0");
    double lon = 0;
    double lat = 0;
    int corners = ring.size() - 1;
    for (int i = 0; i < corners; i++) {
      lon += ring.get(i).get(0).asDouble() / corners;
      lat += ring.get(i).get(1).asDouble() / corners;
    }
    return new LonLat(lon, lat).metresTo(mouth.position()) <= NEAR_METRES;
  }

  private void emerging() throws Exception {
    print(
        "%n| mouth | step | exposure | labels of the cells near it | score rises / falls (10 %%) |");
    print("|---|---|---|---|---|");
    for (String step : new String[] {"P1M", "P3M"}) {
      for (String exposure : new String[] {"none", "effort"}) {
        JsonNode found =
            run(
                "emerging-hotspots",
                "{\"cellMetres\": 1000, \"step\": \"%s\", \"exposure\": \"%s\"}"
                    .formatted(step, exposure));
        for (Mouth mouth : List.of(truth.growing(), truth.fading())) {
          label(found, mouth, step, exposure);
        }
      }
    }
  }

  private static void label(JsonNode found, Mouth mouth, String step, String exposure) {
    java.util.Map<String, Integer> labels = new java.util.TreeMap<>();
    int up = 0;
    int down = 0;
    for (JsonNode cell : found.at("/features")) {
      JsonNode is = cell.path("properties");
      if (near(cell, mouth)) {
        labels.merge(is.path("label").asText(), 1, Integer::sum);
        boolean trend = is.path("trend_p").asDouble() <= 0.1;
        up += trend && is.path("trend_z").asDouble() > 0 ? 1 : 0;
        down += trend && is.path("trend_z").asDouble() < 0 ? 1 : 0;
      }
    }
    StringBuilder text = new StringBuilder();
    labels.forEach((label, n) -> text.append(text.isEmpty() ? "" : ", ").append(n + " " + label));
    print("| %s | %s | %s | %s | %d / %d |", mouth.trend(), step, exposure, text, up, down);
  }

  private void clusters() throws Exception {
    print("%n| rank | from | to | observed | expected | p | mouths within the circle and 3 km |");
    print("|---|---|---|---|---|---|---|");
    JsonNode found = run("space-time-scan", "{\"step\": \"P1M\"}");
    for (JsonNode cluster : found.at("/features")) {
      JsonNode is = cluster.path("properties");
      if (is.path("p").asDouble() > 0.05) {
        break;
      }
      JsonNode at = cluster.at("/geometry/coordinates");
      LonLat centre = new LonLat(at.get(0).asDouble(), at.get(1).asDouble());
      StringBuilder mouths = new StringBuilder();
      for (Mouth mouth : truth.mouths()) {
        if (mouth.position().metresTo(centre) <= is.path("radius_m").asDouble() + NEAR_METRES) {
          mouths.append(mouths.isEmpty() ? "" : ", ").append("km " + Math.round(mouth.km()));
          mouths.append(mouth.trend() == Mouth.Trend.STEADY ? "" : " " + mouth.trend());
        }
      }
      print(
          "| %d | %s | %s | %d | %.0f | %.3f | %s |",
          is.path("rank").asInt(),
          is.path("from").asText(),
          is.path("to").asText(),
          is.path("observed").asInt(),
          is.path("expected").asDouble(),
          is.path("p").asDouble(),
          mouths);
    }
  }

  private JsonNode run(String id, String inputs) throws Exception {
    AnalysisProcess process = ProcessCatalogue.of(sources, NetworkSource.NONE).require(id);
    byte[] content =
        process
            .prepare(new ProcessInputs(Json.tree(inputs), process.description().inputNames()))
            .run(Crew.of(Runtime.getRuntime().availableProcessors(), Progress.UNWATCHED))
            .forms()
            .get(0)
            .content();
    return Json.tree(new String(content, StandardCharsets.UTF_8));
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
