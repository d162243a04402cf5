package org.borderwatch.bench.heat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts the timings of a run side by side, and writes them into the document of benchmarks between
 * its two marks. Words: folder of results, the document, what was measured where (rows, machine,
 * commit, command).
 */
public final class WriteTable {
  private static final String BEGIN = "<!-- Written by scripts/bench/heat: -->\n";
  private static final String END = "<!-- to here. -->\n";
  private static final int[] ZOOMS = {10, 12, 14};

  private final Facts facts;
  private final List<TileQuestion> questions;
  private final Map<Integer, Double> ours;
  private final Map<Integer, Double> postgis;
  private final Map<Integer, Double> raw;

  private WriteTable(Path results) throws IOException {
    facts = Facts.of(results);
    questions = TileQuestion.read(results.resolve("questions.tsv"));
    ours = Timings.read(results.resolve("ours.tsv")).byQuestion();
    postgis = Timings.read(results.resolve("postgis.tsv")).byQuestion();
    raw = Timings.read(results.resolve("raw.tsv")).byQuestion();
  }

  /** Prints the table, and writes it. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] words) throws IOException {
    String text = new WriteTable(Path.of(words[0])).text(words[2]);
    System.out.print(text);
    Path document = Path.of(words[1]);
    String before = Files.readString(document);
    int from = before.indexOf(BEGIN);
    int to = before.indexOf(END);
    if (from < 0 || to < from) {
      throw new IllegalStateException(document + " has no place for the table");
    }
    Files.writeString(
        document, before.substring(0, from + BEGIN.length()) + text + before.substring(to));
  }

  private String text(String where) {
    StringBuilder text = new StringBuilder();
    text.append('\n').append(where).append("\n\n");
    text.append(
        "| zoom | ours over HTTP, ms: median (p95) | PostGIS, ms: median (p95) | PostGIS / ours:"
            + " median of ratios (5th, 95th percentile), ratio of means | raw scan, ms: median |"
            + " ours / raw scan: median of ratios (5th, 95th percentile), ratio of means |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (int zoom : ZOOMS) {
      text.append(row(zoom));
    }
    text.append('\n');
    line(text, "Uncached, four connections at once", "ours.four");
    line(text, "Uncached, one connection", "ours.one");
    line(text, "The first tiles after the start, before the code is compiled", "ours.first");
    line(text, "From the cache", "ours.cached");
    line(text, "Mean size of a picture, bytes", "ours.bytes");
    text.append("- Start with all rows: page after ")
        .append(facts.get("start.page"))
        .append(", counting after ")
        .append(facts.get("start.index"))
        .append("; ")
        .append(facts.get("start.borderwatch_index_bytes_per_row"))
        .append(" bytes a detection; heap in use after a collection ")
        .append(facts.get("heap"))
        .append(".\n");
    text.append("- Start with 100,000 rows: page after ")
        .append(facts.get("small.page"))
        .append(", counting after ")
        .append(facts.get("small.index"))
        .append("; with none: ")
        .append(facts.get("none.page"))
        .append(", ")
        .append(facts.get("none.index"))
        .append(".\n");
    line(text, "Counts that equal SQL's, pixel by pixel", "agreement");
    return text.append('\n').toString();
  }

  private void line(StringBuilder text, String what, String fact) {
    text.append("- ").append(what).append(": ").append(facts.get(fact)).append(".\n");
  }

  private String row(int zoom) {
    double[] our = values(zoom, ours, ours);
    double[] peer = values(zoom, postgis, postgis);
    double[] ourOfPeer = values(zoom, ours, postgis);
    double[] scan = values(zoom, raw, raw);
    double[] ourOfScan = values(zoom, ours, raw);
    return String.format(
        Locale.ROOT,
        "| %d (%d tiles, PostGIS %d) | %.2f (%.2f) | %.0f (%.0f) | %s | %.2f | %s |%n",
        zoom,
        our.length,
        peer.length,
        Timings.median(our),
        Timings.percentile(95, our),
        Timings.median(peer),
        Timings.percentile(95, peer),
        ratio(peer, ourOfPeer, "%.0f"),
        Timings.median(scan),
        ratio(ourOfScan, scan, "%.2f"));
  }

  /** Those of one zoom, of questions that {@code both} has too, in order. */
  private double[] values(int zoom, Map<Integer, Double> of, Map<Integer, Double> both) {
    List<Double> values = new ArrayList<>();
    for (TileQuestion question : questions) {
      Double value = of.get(question.no());
      if (question.tile().zoom() == zoom && value != null && both.containsKey(question.no())) {
        values.add(value);
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String ratio(double[] above, double[] below, String format) {
    double[] ratios = new double[above.length];
    double sumAbove = 0;
    double sumBelow = 0;
    for (int i = 0; i < above.length; i++) {
      ratios[i] = above[i] / below[i];
      sumAbove += above[i];
      sumBelow += below[i];
    }
    return String.format(
        Locale.ROOT,
        (format + " (" + format + ", " + format + "), " + format),
        Timings.median(ratios),
        Timings.percentile(5, ratios),
        Timings.percentile(95, ratios),
        sumAbove / sumBelow);
  }
}
