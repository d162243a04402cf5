package org.borderwatch.bench.heat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.geo.TileCoord;

/**
 * Times the raw scan of each tile, on one thread of a virtual machine of its own, warmed up. Words:
 * data folder, folder of results.
 */
public final class TimeRawScans {
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 5;

  /** Keeps the loops from being left out. */
  private static long sum;

  private TimeRawScans() {}

  /** Times, and leaves {@code raw.tsv}. */
  public static void main(String[] words) throws Exception {
    Path results = Path.of(words[1]);
    List<TileQuestion> questions = TileQuestion.read(results.resolve("questions.tsv"));
    List<RawScan> scans;
    try (BenchDatabase database = BenchDatabase.open(Path.of(words[0]));
        Connection connection = database.connection()) {
      int rows = Rows.one(connection, "SELECT count(*) FROM detection", row -> row.getInt(1));
      scans = scans(PlainRows.load(connection, rows), questions);
    }
    System.gc();
    for (int i = 0; i < WARM_UP; i++) {
      timeAll(scans);
    }
    double[][] rounds = new double[ROUNDS][];
    for (int i = 0; i < ROUNDS; i++) {
      rounds[i] = timeAll(scans);
    }
    Timings timings = new Timings();
    for (int i = 0; i < scans.size(); i++) {
      double[] all = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        all[round] = rounds[round][i];
      }
      timings.put(questions.get(i).no(), Timings.median(all));
    }
    timings.write(results.resolve("raw.tsv"));
    if (sum == 0) {
      throw new IllegalStateException("nothing was counted");
    }
  }

  /** Tiles are asked for more than once: their points are kept once. */
  private static List<RawScan> scans(PlainRows all, List<TileQuestion> questions) {
    Map<TileCoord, PlainRows> byTile = new HashMap<>();
    List<RawScan> scans = new ArrayList<>();
    for (TileQuestion question : questions) {
      ScanArea area = ScanArea.of(question.tile(), TileQuestion.BANDWIDTH_METRES);
      PlainRows rows = byTile.computeIfAbsent(question.tile(), tile -> all.within(area));
      scans.add(new RawScan(rows, area, question));
    }
    return scans;
  }

  private static double[] timeAll(List<RawScan> scans) {
    double[] millis = new double[scans.size()];
    for (int i = 0; i < millis.length; i++) {
      long began = System.nanoTime();
      int[] cells = scans.get(i).run();
      millis[i] = Timings.since(began);
      for (int count : cells) {
        sum += count;
      }
    }
    return millis;
  }
}
