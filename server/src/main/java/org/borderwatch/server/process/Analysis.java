package org.borderwatch.server.process;

import org.borderwatch.server.compute.Crew;

/** One analysis with its inputs understood, ready to be run once. */
public interface Analysis {
  /** What it holds in memory at most while it runs, in bytes; a sum of all that run is bounded. */
  long mostBytes();

  /**
   * Computes the result.
   *
   * @throws java.util.concurrent.CancellationException when {@code crew} was cancelled
   * @throws org.borderwatch.server.http.ApiException when the data do not allow an answer, with the
   *     reason and the remedy
   */
  ProcessResult run(Crew crew) throws Exception;
}
