package org.borderwatch.bench.heat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Times our heat tiles over HTTP, each time with a period that no cache has seen: one after the
 * other, then over four connections; then some that the cache does have. Words: address, account,
 * password, folder of results.
 */
public final class TimeOurTiles {
  private static final int WARM_UP = 4;
  private static final int ROUNDS = 5;
  private static final int CONNECTIONS = 4;
  private static final int CONNECTED_ROUNDS = 4;

  private final Visitor visitor;
  private final List<TileQuestion> questions;
  private final double[] scales;
  private final Random order = new Random(1);

  /** By how much periods are longer: another number for each round. */
  private int unseen;

  private TimeOurTiles(Visitor visitor, List<TileQuestion> questions)
      throws IOException, InterruptedException {
    this.visitor = visitor;
    this.questions = questions;
    this.scales = new double[questions.size()];
    for (TileQuestion question : questions) {
      scales[question.no()] = visitor.json(question.legend()).path("scale").asDouble();
    }
  }

  /** Times, and leaves {@code ours.tsv} and facts. */
  public static void main(String[] words) throws Exception {
    Path results = Path.of(words[3]);
    Visitor visitor = Visitor.signIn(URI.create(words[0]), words[1], words[2]);
    new TimeOurTiles(visitor, TileQuestion.read(results.resolve("questions.tsv"))).run(results);
  }

  private void run(Path results) throws Exception {
    Facts facts = Facts.of(results);
    sayDistribution(facts, "ours.first", oneByOne());
    for (int i = 1; i < WARM_UP; i++) {
      oneByOne();
    }
    double[][] rounds = new double[ROUNDS][];
    for (int i = 0; i < ROUNDS; i++) {
      rounds[i] = oneByOne();
    }
    Timings timings = new Timings();
    for (TileQuestion question : questions) {
      double[] all = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        all[i] = rounds[i][question.no()];
      }
      timings.put(question.no(), Timings.median(all));
    }
    timings.write(results.resolve("ours.tsv"));
    sayDistribution(facts, "ours.one", concatenated(rounds));
    sayDistribution(facts, "ours.four", concatenated(overConnections()));
    sayDistribution(facts, "ours.cached", cached());
    facts.say("ours.bytes", "%.0f", meanBytes());
  }

  private double[] oneByOne() throws IOException {
    unseen++;
    double[] millis = new double[questions.size()];
    try (PlainConnection connection = visitor.connect()) {
      for (TileQuestion question : mixed()) {
        millis[question.no()] = time(connection, question.longerBy(unseen));
      }
    }
    return millis;
  }

  private double[] cached() throws IOException {
    double[] millis = new double[questions.size()];
    try (PlainConnection connection = visitor.connect()) {
      for (TileQuestion question : mixed()) {
        time(connection, question);
        millis[question.no()] = time(connection, question);
      }
    }
    return millis;
  }

  private double[][] overConnections() throws Exception {
    ExecutorService visitors = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Callable<double[]>> visits = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        List<TileQuestion> asked = new ArrayList<>();
        for (int round = 0; round < CONNECTED_ROUNDS; round++) {
          int longer = ++unseen;
          mixed().forEach(question -> asked.add(question.longerBy(longer)));
        }
        visits.add(() -> timeAll(asked));
      }
      double[][] millis = new double[CONNECTIONS][];
      int i = 0;
      for (Future<double[]> visit : visitors.invokeAll(visits)) {
        millis[i++] = visit.get();
      }
      return millis;
    } finally {
      visitors.shutdownNow();
    }
  }

  private double[] timeAll(List<TileQuestion> asked) throws IOException {
    double[] millis = new double[asked.size()];
    try (PlainConnection connection = visitor.connect()) {
      for (int i = 0; i < millis.length; i++) {
        millis[i] = time(connection, asked.get(i));
      }
    }
    return millis;
  }

  private double time(PlainConnection connection, TileQuestion question) throws IOException {
    String path = question.picture(scales[question.no()]);
    long began = System.nanoTime();
    connection.get(path);
    return Timings.since(began);
  }

  private double meanBytes() throws IOException {
    long bytes = 0;
    try (PlainConnection connection = visitor.connect()) {
      for (TileQuestion question : questions) {
        bytes += connection.get(question.picture(scales[question.no()])).length;
      }
    }
    return (double) bytes / questions.size();
  }

  private List<TileQuestion> mixed() {
    List<TileQuestion> mixed = new ArrayList<>(questions);
    Collections.shuffle(mixed, order);
    return mixed;
  }

  private static void sayDistribution(Facts facts, String name, double... millis)
      throws IOException {
    facts.say(
        name,
        "p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, at most %.2f ms",
        Timings.median(millis),
        Timings.percentile(95, millis),
        Timings.percentile(99, millis),
        Timings.percentile(100, millis));
  }

  private static double[] concatenated(double[][] parts) {
    return java.util.Arrays.stream(parts).flatMapToDouble(java.util.Arrays::stream).toArray();
  }
}
