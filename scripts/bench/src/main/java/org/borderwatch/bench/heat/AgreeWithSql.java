package org.borderwatch.bench.heat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Asks our server and SQL the same random questions while rows are inserted and deleted; ends with
 * an error at the first answer that differs. {@code scripts/bench/agree} says how this can be
 * exact. Words: address, password of admin, data folder, seconds.
 */
public final class AgreeWithSql {
  private static final long SEED = 11;
  private static final double MOST_MILLIS_BEHIND = 1_000;
  private static final int QUESTIONS_IN_A_PAUSE = 3;
  private static final int QUESTIONS_WHILE_EXCHANGED = 3;
  private static final int TIMES_ASKED = 4;
  private static final long FREE_MILLIS = 400;

  private final Visitor visitor;
  private final Connection connection;
  private final SqlAnswers sql;
  private final Writers writers;
  private final Draw draw = new Draw(SEED);
  private final RandomFilters filters = new RandomFilters(draw);
  private final long rows;
  private final SortedMap<String, Integer> asked = new TreeMap<>();
  private final List<Double> millisBehind = new ArrayList<>();
  private double millisPaused;
  private int pauses;
  private int exchanged;

  private AgreeWithSql(Visitor visitor, Connection connection, Writers writers, long rows) {
    this.visitor = visitor;
    this.connection = connection;
    this.sql = new SqlAnswers(connection);
    this.writers = writers;
    this.rows = rows;
  }

  /** Asks for so many seconds. */
  public static void main(String[] words) throws Exception {
    Visitor visitor = Visitor.signIn(URI.create(words[0]), "admin", words[1]);
    try (BenchDatabase database = BenchDatabase.open(Path.of(words[2]));
        Connection connection = database.connection()) {
      long rows = Rows.one(connection, "SELECT max(row_no) FROM detection", r -> r.getLong(1));
      try (Writers writers = new Writers(database, rows)) {
        writers.start();
        new AgreeWithSql(visitor, connection, writers, rows).run(Double.parseDouble(words[3]));
      }
    }
  }

  @SuppressWarnings("SystemOut")
  private void run(double seconds) throws Exception {
    long began = System.nanoTime();
    while (Timings.since(began) < seconds * 1_000) {
      writers.setFree(true);
      Thread.sleep(FREE_MILLIS);
      writers.pause();
      long paused = System.nanoTime();
      try {
        catchUp();
        for (int i = 0; i < QUESTIONS_IN_A_PAUSE; i++) {
          compare(question(), 1);
          pauses++;
        }
        writers.setFree(false);
      } finally {
        writers.resume();
        millisPaused += Timings.since(paused);
      }
      for (int i = 0; i < QUESTIONS_WHILE_EXCHANGED; i++) {
        compare(question(), TIMES_ASKED);
        exchanged += TIMES_ASKED;
      }
    }
    double took = (Timings.since(began) - millisPaused) / 1_000;
    double[] behind = millisBehind.stream().mapToDouble(Double::doubleValue).toArray();
    System.out.printf(
        Locale.ROOT,
        "%d answers in pauses and %d while rows were exchanged, all equal to SQL's: %s%n"
            + "%.0f inserts, %.0f deletes and %.0f updates a second in the %.0f s between pauses%n"
            + "%d catch-ups: p50 %.0f ms, p95 %.0f ms, most %.0f ms%n",
        pauses,
        exchanged,
        asked,
        writers.inserted() / took,
        writers.deleted() / took,
        writers.updated() / took,
        took,
        behind.length,
        Timings.median(behind),
        Timings.percentile(95, behind),
        Timings.percentile(100, behind));
  }

  /** Nobody writes now: within a second, our server has to see what SQL sees. */
  private void catchUp() throws IOException, SQLException, InterruptedException {
    long began = System.nanoTime();
    Comparison everything = new Comparison.OfTotals(FilterText.NONE);
    Object truth = everything.truth(sql);
    Object ours = everything.ask(visitor);
    while (!truth.equals(ours)) {
      if (Timings.since(began) > MOST_MILLIS_BEHIND) {
        throw new IllegalStateException(
            "after a second, " + everything.path() + " says " + ours + " and SQL " + truth);
      }
      Thread.sleep(5);
      ours = everything.ask(visitor);
    }
    millisBehind.add(Timings.since(began));
  }

  private void compare(Comparison question, int times)
      throws IOException, SQLException, InterruptedException {
    Object truth = question.truth(sql);
    for (int i = 0; i < times; i++) {
      Object ours = question.ask(visitor);
      if (!truth.equals(ours)) {
        throw new IllegalStateException(
            question.path() + " says " + without(ours, truth) + " and SQL " + without(truth, ours));
      }
    }
    asked.merge(question.getClass().getSimpleName().substring(2), times, Integer::sum);
  }

  /** Of long answers, only what the other one doesn't say. */
  private static Object without(Object one, Object other) {
    if (!(one instanceof Map<?, ?> entries) || !(other instanceof Map<?, ?> others)) {
      return one;
    }
    Set<Object> left = new LinkedHashSet<>(entries.entrySet());
    left.removeAll(others.entrySet());
    return left;
  }

  /** Near a random detection, so that tiles are seldom empty. */
  private Comparison question() throws SQLException {
    double[] place =
        Rows.one(
            connection,
            "SELECT ST_X(geom), ST_Y(geom) FROM detection WHERE row_no >= ? ORDER BY row_no LIMIT 1",
            row -> new double[] {row.getDouble(1), row.getDouble(2)},
            draw.upTo(rows));
    return Comparison.draw(draw, filters, place[0], place[1]);
  }
}
