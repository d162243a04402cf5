package org.borderwatch.server.process;

/**
 * An analysis that anybody with the right may ask for: a process of OGC API Processes. Thread-safe.
 */
public interface AnalysisProcess {
  /** What it is, takes and gives. */
  ProcessDescription description();

  /**
   * Understands what is asked for; reads no data and computes nothing yet.
   *
   * @throws org.borderwatch.server.http.ApiException when an input can't be understood, naming it
   */
  Analysis prepare(ProcessInputs inputs);
}
