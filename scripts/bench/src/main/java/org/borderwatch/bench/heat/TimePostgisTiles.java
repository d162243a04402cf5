package org.borderwatch.bench.heat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Times PostGIS making the same tiles on the same table, each after a run that warms its cache: as
 * the cluster is set, and with more parallel workers; the faster one counts. Words: data folder,
 * folder of results, {@code heat-tile.sql}, tiles of each zoom to time.
 */
public final class TimePostgisTiles {
  /** The plan is made for the values at hand each time. */
  private static final String AS_SHIPPED = "SET plan_cache_mode = force_custom_plan;";

  /**
   * A worker for each core beside the leader, and hardly a price on handing rows over: the planner
   * expects far more groups than there are, and otherwise seldom takes a second process.
   */
  private static final String PARALLEL =
      AS_SHIPPED
          + "SET max_parallel_workers_per_gather = 2;"
          + "SET parallel_setup_cost = 10;"
          + "SET parallel_tuple_cost = 0.001";

  private final PostgisTile shipped;
  private final PostgisTile parallel;
  private final StringBuilder plans = new StringBuilder();

  private TimePostgisTiles(PostgisTile shipped, PostgisTile parallel) {
    this.shipped = shipped;
    this.parallel = parallel;
  }

  /** Times, prints a plan for each zoom, and leaves {@code postgis.tsv}. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] words) throws Exception {
    Path results = Path.of(words[1]);
    Path sql = Path.of(words[2]);
    List<TileQuestion> questions = TileQuestion.read(results.resolve("questions.tsv"));
    try (BenchDatabase database = BenchDatabase.open(Path.of(words[0]));
        Connection asShipped = database.connection(AS_SHIPPED);
        Connection inParallel = database.connection(PARALLEL)) {
      TimePostgisTiles tiles =
          new TimePostgisTiles(new PostgisTile(asShipped, sql), new PostgisTile(inParallel, sql));
      tiles.run(questions, Integer.parseInt(words[3])).write(results.resolve("postgis.tsv"));
      Files.writeString(results.resolve("plans.txt"), tiles.plans);
      System.out.print(tiles.plans);
    }
  }

  private Timings run(List<TileQuestion> questions, int ofEachZoom) throws SQLException {
    Timings timings = new Timings();
    Map<Integer, Integer> timed = new HashMap<>();
    for (TileQuestion question : questions) {
      int sameZoom = timed.merge(question.tile().zoom(), 1, Integer::sum);
      if (sameZoom > ofEachZoom) {
        continue;
      }
      parallel.get(question);
      double asShipped = time(shipped, question);
      double inParallel = time(parallel, question);
      timings.put(question.no(), Math.min(asShipped, inParallel));
      if (sameZoom == 1) {
        PostgisTile faster = asShipped < inParallel ? shipped : parallel;
        plans.append("zoom ").append(question.tile().zoom()).append(", ");
        plans.append(question.filter().query()).append('\n').append(faster.plan(question));
      }
    }
    return timings;
  }

  private static double time(PostgisTile tile, TileQuestion question) throws SQLException {
    long began = System.nanoTime();
    tile.get(question);
    return Timings.since(began);
  }
}
