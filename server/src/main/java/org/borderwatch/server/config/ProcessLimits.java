package org.borderwatch.server.config;

import java.time.Duration;

/**
 * How much analyses and their results may take.
 *
 * @param memoryBytes what those that run may hold together
 * @param waiting how many wait at most
 * @param syncLimit how long a caller is kept waiting for a result
 * @param bodyBytes the longest request
 * @param keep how long a job that ended is kept
 * @param resultBytes what all stored results may take, packed
 */
public record ProcessLimits(
    long memoryBytes,
    int waiting,
    Duration syncLimit,
    int bodyBytes,
    Duration keep,
    long resultBytes) {

  static ProcessLimits from(Settings settings) {
    String third = (Runtime.getRuntime().maxMemory() / 3 >> 20) + "MB";
    long memory =
        settings.bytes(
            "process.memory", third, "Memory that analyses may take; default a third of the heap");
    int waiting =
        settings.integer("process.waiting", 100, 1, 10_000, "Analyses that may wait their turn");
    int sync =
        settings.integer(
            "process.sync.limit", 60, 1, 3_600, "Seconds that a caller is kept waiting");
    long body = settings.bytes("process.max.size", "32MB", "Longest request to run an analysis");
    int keep = settings.integer("job.keep", 90, 1, 36_500, "Days that a job is kept after its end");
    long results =
        settings.bytes("job.results.size", "2GB", "What results take in the database at most");
    return new ProcessLimits(
        memory,
        waiting,
        Duration.ofSeconds(sync),
        (int) Math.min(body, Integer.MAX_VALUE - 16),
        Duration.ofDays(keep),
        results);
  }
}
