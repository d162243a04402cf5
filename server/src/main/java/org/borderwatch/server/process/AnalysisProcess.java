package org.borderwatch.server.process;

import java.util.List;
import java.util.UUID;

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

  /** Earlier jobs whose results it reads: whoever asks has to be allowed to see them. */
  default List<UUID> reads(ProcessInputs inputs) {
    return List.of();
  }

  /**
   * Media types of the result of these inputs, the usual one first; all that its description names
   * unless inputs say which are wanted.
   */
  default List<String> offered(ProcessInputs inputs) {
    return description().mediaTypes();
  }

  /** Forms of its results that are made of stored ones, in the order of its description. */
  default List<DerivedForm> derivedForms() {
    return List.of();
  }
}
