package org.borderwatch.bench.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.graph.EdgeBetweenness;
import org.borderwatch.server.graph.EdgeLoads;
import org.borderwatch.server.graph.Trips;
import org.borderwatch.server.graph.WeightedGraph;

/**
 * Edge betweenness of a road-like graph, ours beside igraph's in turn, whose loads have to agree;
 * then 200 sources on larger and larger graphs. Words: rounds, and the program that calls igraph.
 */
public final class KeySegmentTimes {
  private static final long SEED = 2024;
  private static final double EDGES_A_NODE = 1.38;
  private static final int COMPARED_NODES = 10_000;
  private static final int SAMPLED = 200;
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final RoadLikeGraph roads;
  private final EdgeBetweenness betweenness;
  private final Trips everyPair;

  private KeySegmentTimes(int nodes) {
    roads = RoadLikeGraph.of(nodes, (int) Math.round(nodes * EDGES_A_NODE), SEED);
    betweenness =
        new EdgeBetweenness(
            WeightedGraph.of(nodes, roads.from(), roads.to(), roads.cost(), roads.cost()));
    everyPair = Trips.everyPair(nodes);
  }

  /** Prints the tables. */
  public static void main(String[] words) throws IOException {
    int rounds = Integer.parseInt(words[0]);
    row("what", "size", "threads", "best, s", "median, s", "slowest, s");
    row("---", "---", "---", "---", "---", "---");
    new KeySegmentTimes(COMPARED_NODES).besideIgraph(rounds, Path.of(words[1]));
    for (int nodes : new int[] {7_250, 50_000, 72_500, 200_000, 725_000}) {
      new KeySegmentTimes(nodes).sampled(rounds);
    }
  }

  private void besideIgraph(int rounds, Path program) throws IOException {
    Path file = Files.createTempFile("roads", ".txt");
    try {
      write(file);
      Crew crew = Crew.of(CORES, Progress.UNWATCHED);
      EdgeLoads ours = betweenness.exact(everyPair, crew);
      double[] seconds = new double[rounds];
      double[] alone = new double[rounds];
      double[] igraph = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        igraph[round] = igraph(program, file, ours.load());
        seconds[round] = seconds(() -> betweenness.exact(everyPair, crew));
        alone[round] = seconds(() -> betweenness.exact(everyPair, Crew.alone()));
      }
      times("exact, from all nodes", CORES, seconds);
      times("the same on one core", 1, alone);
      times("igraph_edge_betweenness", 1, igraph);
      row(
          "igraph / ours",
          "",
          "",
          "",
          String.format(Locale.ROOT, "%.1f", median(igraph) / median(seconds)),
          "");
    } finally {
      Files.delete(file);
    }
  }

  private void write(Path file) throws IOException {
    try (Writer out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
      out.write(roads.nodes() + " " + roads.edges() + "\n");
      for (int e = 0; e < roads.edges(); e++) {
        out.write(roads.from()[e] + " " + roads.to()[e] + " " + roads.cost()[e] + "\n");
      }
    }
  }

  /** Seconds that igraph took, its loads held against ours, which count both directions. */
  private static double igraph(Path program, Path file, double[] ours) throws IOException {
    Process process =
        new ProcessBuilder(program.toString())
            .redirectInput(file.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String first = in.readLine();
      if (first == null) {
        throw new IOException("igraph said nothing");
      }
      for (int e = 0; e < ours.length; e++) {
        String line = in.readLine();
        double theirs = line == null ? Double.NaN : 2 * Double.parseDouble(line);
        if (!(Math.abs(theirs - ours[e]) <= 1e-9 * Math.max(1, ours[e]))) {
          throw new IOException("edge " + e + ": igraph finds " + theirs + ", we " + ours[e]);
        }
      }
      return Double.parseDouble(first);
    } finally {
      process.destroy();
    }
  }

  private void sampled(int rounds) {
    Crew crew = Crew.of(CORES, Progress.UNWATCHED);
    betweenness.sampled(everyPair, SAMPLED, SEED, crew);
    double[] seconds = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      int seed = round;
      seconds[round] = seconds(() -> betweenness.sampled(everyPair, SAMPLED, seed, crew));
    }
    times("from " + SAMPLED + " sampled nodes", CORES, seconds);
  }

  private static double seconds(Supplier<EdgeLoads> work) {
    long began = System.nanoTime();
    if (work.get().load().length == 0) {
      throw new IllegalStateException("no edge");
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private void times(String what, int threads, double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    row(
        what,
        String.format(Locale.ROOT, "%,d nodes, %,d edges", roads.nodes(), roads.edges()),
        Integer.toString(threads),
        String.format(Locale.ROOT, "%.3f", sorted[0]),
        String.format(Locale.ROOT, "%.3f", median(seconds)),
        String.format(Locale.ROOT, "%.3f", sorted[sorted.length - 1]));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  @SuppressWarnings("SystemOut")
  private static void row(String... cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
  }
}
