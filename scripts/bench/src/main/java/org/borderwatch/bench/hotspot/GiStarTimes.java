package org.borderwatch.bench.hotspot;

import java.util.Locale;
import java.util.Random;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.hotspot.local.Correction;
import org.borderwatch.server.hotspot.local.GiScores;
import org.borderwatch.server.hotspot.local.GiStar;
import org.borderwatch.server.hotspot.local.Neighbours;
import org.borderwatch.server.hotspot.local.Permutations;
import org.borderwatch.server.hotspot.local.SignificanceClasses;

/**
 * Gi* from ten thousand to a million places, with about 30 neighbours where they lie scattered and
 * 37 hexagons within three rings. Word: rounds.
 */
public final class GiStarTimes {
  private static final long SEED = 2024;
  private static final double WIDTH_METRES = 300_000;
  private static final int RINGS = 3;

  private static final Crew CREW =
      Crew.of(Runtime.getRuntime().availableProcessors(), Progress.UNWATCHED);

  private final double[] x;
  private final double[] y;
  private final double[] values;
  private final double bandMetres;
  private final int columns;

  private GiStarTimes(int columns) {
    this.columns = columns;
    int n = columns * columns;
    Random random = new Random(SEED);
    x = random.doubles(n, 0, WIDTH_METRES).toArray();
    y = random.doubles(n, 0, WIDTH_METRES).toArray();
    // Most places have none, some a few, a few many, as detections are.
    values = random.doubles(n).map(u -> Math.floor(0.2 / u)).toArray();
    bandMetres = WIDTH_METRES * Math.sqrt(30 / (Math.PI * n));
  }

  /** Prints the lines of the table. */
  public static void main(String[] words) {
    int rounds = Integer.parseInt(words[0]);
    for (int columns : new int[] {100, 316, 1000}) {
      GiStarTimes times = new GiStarTimes(columns);
      // Fewer rounds of what takes long.
      int fewer = Math.max(3, rounds * 100 / columns);
      times.hexagons(new Stopwatch(rounds));
      times.scattered(new Stopwatch(fewer));
    }
    new GiStarTimes(100).permutations(new Stopwatch(rounds));
  }

  private void hexagons(Stopwatch watch) {
    int[][] lists = PlainGiStar.hexagons(columns, columns, RINGS);
    watch
        .add(
            "hexagons, Gi* and p",
            () -> sum(GiStar.onHexagons(values, columns, columns, RINGS, CREW)))
        .add(
            "hexagons, with all four classes",
            () -> withClasses(GiStar.onHexagons(values, columns, columns, RINGS, CREW)))
        .add(
            "plain loop over lists made before, no p", () -> sum(PlainGiStar.scores(values, lists)))
        .time(size("hexagons"));
  }

  private void scattered(Stopwatch watch) {
    watch
        .add("scattered, Gi* and p", () -> sum(GiStar.withinBand(x, y, values, bandMetres, CREW)))
        .add(
            "scattered, neighbours kept, with all four classes",
            () -> withClasses(GiStar.of(values, Neighbours.within(x, y, bandMetres, CREW), CREW)))
        .add(
            "k-d tree of JTS, lists, plain loop, no p",
            () -> sum(PlainGiStar.scores(values, PlainGiStar.neighbours(x, y, bandMetres))))
        .time(size("places"));
  }

  private void permutations(Stopwatch watch) {
    Neighbours neighbours = Neighbours.within(x, y, bandMetres, CREW);
    watch
        .add(
            "p by 999 permutations",
            () -> sum(Permutations.pSim(values, neighbours, 999, SEED, CREW)))
        .time(size("places"));
  }

  private String size(String what) {
    return String.format(Locale.ROOT, "%,d %s", values.length, what);
  }

  private static double withClasses(GiScores scores) {
    SignificanceClasses classes = SignificanceClasses.of(scores, CREW);
    for (Correction correction : Correction.values()) {
      if (classes.classes(correction).length != scores.z().length) {
        throw new IllegalStateException("a place has no class");
      }
    }
    return sum(scores);
  }

  private static double sum(GiScores scores) {
    return sum(scores.z());
  }

  /** Of squares, so that hot and cold don't cancel. */
  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
