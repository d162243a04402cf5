package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work that somebody asked for.
 *
 * @param type what is done, such as {@code import}
 * @param progress percent
 * @param message what to know about its state; never a row of a file
 * @param requester account that asked
 * @param unit unit of that account
 * @param inputs what was asked for
 * @param result what came of it, once successful
 */
public record Job(
    UUID id,
    String type,
    JobStatus status,
    int progress,
    String message,
    String requester,
    String unit,
    JsonNode inputs,
    @Nullable JsonNode result,
    Instant created,
    @Nullable Instant started,
    @Nullable Instant finished) {

  /** The same at another progress. */
  Job at(int percent) {
    return new Job(
        id, type, status, percent, message, requester, unit, inputs, result, created, started,
        finished);
  }
}
