package org.borderwatch.bench.heat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Waits for a server that was just started: until it serves the page, and until it counts from all
 * of its detections. Both are told in seconds from the start of its process, the start of the
 * cluster included. Words: address, number of the process, password of admin, folder of results,
 * name of the fact.
 */
public final class TimeStart {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Pattern SAMPLE =
      Pattern.compile("^(borderwatch_index_rows|borderwatch_index_bytes_per_row)\\S* (\\S+)$");

  private TimeStart() {}

  /** Waits, and leaves the facts. */
  public static void main(String[] words) throws Exception {
    URI server = URI.create(words[0]);
    ProcessHandle process = ProcessHandle.of(Long.parseLong(words[1])).orElseThrow();
    Instant began = process.info().startInstant().orElseThrow();
    HttpClient client = HttpClient.newHttpClient();
    await(process, () -> health(client, server) == 200);
    double page = secondsSince(began);
    Visitor visitor = Visitor.signIn(server, "admin", words[2]);
    await(process, () -> counts(visitor));
    double index = secondsSince(began);
    Facts facts = Facts.of(Path.of(words[3]));
    facts.say(words[4] + ".page", "%.1f s", page);
    facts.say(words[4] + ".index", "%.1f s", index);
    for (String line : visitor.text("/metrics").split("\n", -1)) {
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches() && !sample.group(2).equals("NaN")) {
        facts.say(words[4] + "." + sample.group(1), "%.1f", Double.parseDouble(sample.group(2)));
      }
    }
  }

  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private static void await(ProcessHandle process, Condition condition)
      throws IOException, InterruptedException {
    Instant patience = Instant.now().plus(PATIENCE);
    while (!condition.holds()) {
      if (!process.isAlive() || Instant.now().isAfter(patience)) {
        throw new IllegalStateException("the server did not come up");
      }
      Thread.sleep(10);
    }
  }

  private static int health(HttpClient client, URI server) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(server.resolve("/health")).build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }

  /**
   * While the index loads, the answer is 503 after two seconds; it comes at once when it is there.
   */
  private static boolean counts(Visitor visitor) throws IOException, InterruptedException {
    try {
      visitor.text("/api/summary/totals?datetime=2022-06-01");
      return true;
    } catch (Visitor.RefusedException loading) {
      return false;
    }
  }

  private static double secondsSince(Instant began) {
    return Duration.between(began, Instant.now()).toMillis() / 1e3;
  }
}
