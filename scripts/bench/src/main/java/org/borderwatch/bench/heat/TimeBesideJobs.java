package org.borderwatch.bench.heat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.borderwatch.server.http.Json;

/**
 * Times our heat tiles while nothing else goes on, then while analyses run and wait, each time with
 * a period that no cache has seen: one after the other, as a map that is moved asks, and one now
 * and then, as somebody who thinks. Then how long a job takes to stop. Words: address, password,
 * folder of the questions, number of jobs.
 */
public final class TimeBesideJobs {
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 4;
  private static final int THOUGHTS = 60;
  private static final long THINK_MILLIS = 300;
  private static final int STOPS = 5;
  private static final List<String> ANALYSES =
      List.of(
          "hotspots {\"cell\": \"hexagon\", \"cellMetres\": %d, \"bandMetres\": 4000, \"weight\": \"persons\"}",
          "density {\"cellMetres\": %d, \"bandwidthMetres\": 2000, \"kernel\": \"gaussian\"}",
          "space-time-scan {\"cell\": \"square\", \"cellMetres\": %d, \"step\": \"P1M\","
              + " \"statistic\": \"permutation\", \"replicates\": 999, \"seed\": 1}");
  private static final int[] CELL_METRES = {500, 250, 5000};

  private final Visitor visitor;
  private final List<TileQuestion> questions;
  private final double[] scales;
  private final Random order = new Random(1);
  private int unseen;
  private double peakHeap;
  private double peakReserved;
  private double peakRunning;

  private TimeBesideJobs(Visitor visitor, List<TileQuestion> questions)
      throws IOException, InterruptedException {
    this.visitor = visitor;
    this.questions = questions;
    this.scales = new double[questions.size()];
    for (TileQuestion question : questions) {
      scales[question.no()] = visitor.json(question.legend()).path("scale").asDouble();
    }
  }

  /** Times, and says it. */
  public static void main(String[] words) throws Exception {
    Visitor visitor = Visitor.signIn(URI.create(words[0]), "admin", words[1]);
    List<TileQuestion> questions = TileQuestion.read(Path.of(words[2]).resolve("questions.tsv"));
    new TimeBesideJobs(visitor, questions).run(Integer.parseInt(words[3]));
  }

  @SuppressWarnings("SystemOut")
  private void run(int jobs) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      moved();
    }
    double[] movedAlone = rounds();
    double[] thinkingAlone = thinking();
    List<String> started = start(jobs);
    double[] movedBeside = rounds();
    double[] thinkingBeside = thinking();
    if (unfinished(started) == 0) {
      throw new IllegalStateException("all jobs ended before the tiles were timed: give more");
    }
    say("one after the other", movedAlone, movedBeside);
    say("one every " + THINK_MILLIS + " ms", thinkingAlone, thinkingBeside);
    System.out.printf(
        "peak heap %.0f MB of %.0f MB; at most %.0f MB reserved, %.0f jobs at once, %d unfinished of %d%n",
        peakHeap / (1 << 20),
        metric("jvm_memory_max_bytes{area=\"heap\"") / (1 << 20),
        peakReserved / (1 << 20),
        peakRunning,
        unfinished(started),
        jobs);
    double[] stops = new double[STOPS];
    for (int i = 0; i < STOPS; i++) {
      stops[i] = stop();
    }
    System.out.printf(
        "from DELETE to the end of a running job: median %.0f ms, at most %.0f ms of %d%n",
        Timings.median(stops), Timings.percentile(100, stops), STOPS);
    for (String job : started) {
      send("DELETE", "/api/jobs/" + job, "");
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String how, double[] alone, double[] beside) {
    System.out.printf(
        "tiles, %s: alone p50 %.2f ms, p95 %.2f ms; beside the jobs p50 %.2f ms, p95 %.2f ms; ratio %.2f, %.2f%n",
        how,
        Timings.median(alone),
        Timings.percentile(95, alone),
        Timings.median(beside),
        Timings.percentile(95, beside),
        Timings.median(beside) / Timings.median(alone),
        Timings.percentile(95, beside) / Timings.percentile(95, alone));
  }

  private double[] rounds() throws IOException, InterruptedException {
    DoubleStream all = DoubleStream.empty();
    for (int i = 0; i < ROUNDS; i++) {
      all = DoubleStream.concat(all, Arrays.stream(moved()));
      watch();
    }
    return all.toArray();
  }

  private double[] moved() throws IOException {
    unseen++;
    double[] millis = new double[questions.size()];
    try (PlainConnection connection = visitor.connect()) {
      for (TileQuestion question : mixed()) {
        millis[question.no()] = time(connection, question.longerBy(unseen));
      }
    }
    return millis;
  }

  private double[] thinking() throws IOException, InterruptedException {
    unseen++;
    List<TileQuestion> mixed = mixed();
    double[] millis = new double[THOUGHTS];
    try (PlainConnection connection = visitor.connect()) {
      for (int i = 0; i < THOUGHTS; i++) {
        Thread.sleep(THINK_MILLIS);
        millis[i] = time(connection, mixed.get(i % mixed.size()).longerBy(unseen + i));
      }
    }
    unseen += THOUGHTS;
    watch();
    return millis;
  }

  private double time(PlainConnection connection, TileQuestion question) throws IOException {
    String path = question.picture(scales[question.no()]);
    long began = System.nanoTime();
    connection.get(path);
    return Timings.since(began);
  }

  private List<TileQuestion> mixed() {
    List<TileQuestion> mixed = new ArrayList<>(questions);
    Collections.shuffle(mixed, order);
    return mixed;
  }

  private List<String> start(int jobs) throws IOException, InterruptedException {
    List<String> started = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      started.add(start(i % ANALYSES.size(), i / ANALYSES.size()));
    }
    return started;
  }

  /** Each with cells of another size, so that none is the same as another. */
  private String start(int analysis, int larger) throws IOException, InterruptedException {
    String[] words = ANALYSES.get(analysis).split(" ", 2);
    String inputs = words[1].formatted(CELL_METRES[analysis] + larger);
    return send(
            "POST",
            "/api/processes/" + words[0] + "/execution",
            "{\"inputs\": " + inputs + "}",
            "Prefer",
            "respond-async")
        .path("jobID")
        .asText();
  }

  /** Milliseconds until a job that runs has ended; nothing else waits meanwhile. */
  private double stop() throws IOException, InterruptedException {
    for (JsonNode job : visitor.json("/api/jobs?status=accepted,running").path("jobs")) {
      send("DELETE", "/api/jobs/" + job.path("jobID").asText(), "");
    }
    String job = start(2, unseen++);
    while (!status(job).path("status").asText().equals("running")) {
      Thread.sleep(5);
    }
    Thread.sleep(THINK_MILLIS);
    long began = System.nanoTime();
    send("DELETE", "/api/jobs/" + job, "");
    while (!status(job).has("finished")) {
      Thread.sleep(5);
    }
    return Timings.since(began);
  }

  private JsonNode status(String job) throws IOException, InterruptedException {
    return visitor.json("/api/jobs/" + job);
  }

  private int unfinished(List<String> jobs) throws IOException, InterruptedException {
    int unfinished = 0;
    for (String job : jobs) {
      JsonNode status = status(job);
      if (status.path("status").asText().equals("failed")) {
        throw new IllegalStateException(status.toString());
      }
      unfinished += status.has("finished") ? 0 : 1;
    }
    return unfinished;
  }

  private void watch() throws IOException, InterruptedException {
    peakHeap = Math.max(peakHeap, metric("jvm_memory_used_bytes{area=\"heap\""));
    peakReserved = Math.max(peakReserved, metric("borderwatch_jobs_reserved_bytes"));
    peakRunning = Math.max(peakRunning, metric("borderwatch_jobs_running"));
  }

  /** The sum of all samples whose line begins so; what has no bound counts nothing. */
  private double metric(String name) throws IOException, InterruptedException {
    double sum = 0;
    for (String line : visitor.text("/metrics").split("\n", -1)) {
      if (line.startsWith(name)) {
        sum += Math.max(0, Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
      }
    }
    return sum;
  }

  private JsonNode send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(visitor.server().resolve(path))
            .header("Cookie", visitor.cookie())
            .header("Origin", visitor.server().toString())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer = visitor.client().send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new Visitor.RefusedException(path, answer.statusCode(), answer.body());
    }
    return Json.MAPPER.readTree(answer.body());
  }
}
