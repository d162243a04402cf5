package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.Json;

/** Processes that do what a test needs, each under the name of what it does. */
public final class TestProcess implements AnalysisProcess {
  static final long MEGABYTE = 1 << 20;

  private final ProcessDescription description;
  private final Does does;

  private interface Does {
    ProcessResult run(ProcessInputs inputs, Crew crew) throws Exception;
  }

  private TestProcess(String id, Does does) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("id", id).put("title", "Test " + id).put("titleVi", "Thử " + id);
    document.put("description", "For tests").put("descriptionVi", "Để thử");
    document.putArray("mediaTypes").add("application/geo+json").add("text/csv");
    ObjectNode inputs = document.putObject("inputs");
    for (String name : List.of("value", "megabytes", "features")) {
      ObjectNode input = inputs.putObject(name).put("title", name).put("titleVi", name);
      input.putObject("schema").put("type", name.equals("features") ? "object" : "number");
    }
    this.description = new ProcessDescription(document);
    this.does = does;
  }

  /** Answers with its input at once. */
  public static TestProcess quick() {
    return new TestProcess("quick", (inputs, crew) -> result(inputs));
  }

  /** Takes as long as {@code go} has no permit, part by part. */
  public static TestProcess slow(Semaphore go) {
    return new TestProcess(
        "slow",
        (inputs, crew) -> {
          crew.progress().report(0.5, "Đang đợi / Holding on");
          // It never goes back.
          crew.progress().report(0.25, "Lùi lại / Going back");
          crew.each(2, part -> hold(go, crew));
          crew.progress().report(0.9, "Gần xong / Nearly done");
          return result(inputs);
        });
  }

  /** Goes on until somebody stops it, and keeps what it has then. */
  static TestProcess keeping() {
    return new TestProcess(
        "keeping",
        (inputs, crew) -> {
          while (!crew.progress().cancelled()) {
            Thread.onSpinWait();
            Thread.yield();
          }
          ProcessResult so = result(inputs);
          return new ProcessResult(so.dataVersion(), so.synthetic(), so.forms(), true);
        });
  }

  private static void hold(Semaphore go, Crew crew) {
    while (!go.tryAcquire()) {
      crew.progress().check();
      Thread.onSpinWait();
      Thread.yield();
    }
    go.release();
  }

  /** Finds that the data allow no answer. */
  public static TestProcess refusing() {
    return new TestProcess(
        "refusing",
        (inputs, crew) -> {
          throw new ApiException.BadParameter("value", "Không có dữ liệu. / There are no data.");
        });
  }

  /** Has a bug. */
  static TestProcess broken() {
    return new TestProcess(
        "broken",
        (inputs, crew) -> {
          throw new IllegalStateException("a secret row");
        });
  }

  static ProcessResult result(ProcessInputs inputs) {
    double value = inputs.number("value", -1e9, 1e9).orElse(0);
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("type", "FeatureCollection").putArray("features");
    document.putObject("summary").put("value", value);
    String csv = "value\n" + value + "\n";
    return new ProcessResult(
        "v1",
        true,
        List.of(
            new ProcessResult.Form("application/geo+json", Json.bytes(document)),
            new ProcessResult.Form("text/csv", csv.getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  public ProcessDescription description() {
    return description;
  }

  @Override
  public Analysis prepare(ProcessInputs inputs) {
    long bytes = MEGABYTE * inputs.whole("megabytes", 0, 1_000_000).orElse(0);
    inputs.number("value", -1e9, 1e9);
    inputs.json("features").ifPresent(TestProcess::requireFeatures);
    return new Analysis() {
      @Override
      public long mostBytes() {
        return bytes;
      }

      @Override
      public ProcessResult run(Crew crew) throws Exception {
        return does.run(inputs, crew);
      }
    };
  }

  private static void requireFeatures(JsonNode features) {
    if (!features.has("features")) {
      throw new ApiException.BadParameter("features", "features has to be a FeatureCollection");
    }
  }
}
