package org.borderwatch.bench.heat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Times PostGIS making the same tiles, on the same table and with parallel workers, each after a
 * run that warms its cache. Words: data folder, folder of results, {@code heat-tile.sql}, tiles of
 * each zoom to time.
 */
public final class TimePostgisTiles {
  /**
   * The plan is made for the values at hand each time. A worker for each core, and no price on
   * handing rows over: otherwise the planner expects as many groups as rows, and hardly ever takes
   * a second process.
   */
  private static final String SETTINGS =
      "SET plan_cache_mode = force_custom_plan;"
          + "SET max_parallel_workers_per_gather = 2;"
          + "SET parallel_setup_cost = 10;"
          + "SET parallel_tuple_cost = 0.001";

  private TimePostgisTiles() {}

  /** Times, prints a plan for each zoom, and leaves {@code postgis.tsv}. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] words) throws Exception {
    Path results = Path.of(words[1]);
    int ofEachZoom = Integer.parseInt(words[3]);
    List<TileQuestion> questions = TileQuestion.read(results.resolve("questions.tsv"));
    Timings timings = new Timings();
    StringBuilder plans = new StringBuilder();
    try (BenchDatabase database = BenchDatabase.open(Path.of(words[0]));
        Connection connection = database.connection(SETTINGS)) {
      PostgisTile tiles = new PostgisTile(connection, Path.of(words[2]));
      Map<Integer, Integer> timed = new HashMap<>();
      for (TileQuestion question : questions) {
        int sameZoom = timed.merge(question.tile().zoom(), 1, Integer::sum);
        if (sameZoom > ofEachZoom) {
          continue;
        }
        tiles.get(question);
        long began = System.nanoTime();
        tiles.get(question);
        timings.put(question.no(), Timings.since(began));
        if (sameZoom == 1) {
          plans.append("zoom ").append(question.tile().zoom()).append(", ");
          plans.append(question.filter().query()).append('\n').append(tiles.plan(question));
        }
      }
    }
    timings.write(results.resolve("postgis.tsv"));
    Files.writeString(results.resolve("plans.txt"), plans);
    System.out.print(plans);
  }
}
