package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work that somebody asked for, and what became of it.
 *
 * @param progress percent
 * @param message what to know about its state; never a row of a file
 * @param finished when it ended; a job that was dismissed may take a moment to stop
 */
public record Job(
    JobOrder order,
    JobStatus status,
    int progress,
    String message,
    Instant created,
    @Nullable Instant started,
    @Nullable Instant finished,
    Made made) {

  /**
   * What its result was made of.
   *
   * @param dataVersion of the stored data; empty when there is no result, or all came with the
   *     inputs
   * @param summary of the result, if it has one
   * @param forms media types in which the result is stored, the usual one first; empty when it is
   *     gone
   */
  public record Made(
      String dataVersion,
      String softwareVersion,
      boolean synthetic,
      @Nullable JsonNode summary,
      List<String> forms) {}

  public UUID id() {
    return order.id();
  }

  public String type() {
    return order.type();
  }

  /** Whether it is an import, not an analysis. */
  public boolean isImport() {
    return order.type().equals(JobOrder.IMPORT);
  }

  /** The same at another progress. */
  Job at(int percent, String saying) {
    return new Job(order, status, percent, saying, created, started, finished, made);
  }
}
