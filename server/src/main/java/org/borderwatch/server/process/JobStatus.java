package org.borderwatch.server.process;

import org.borderwatch.data.Word;

/** How far a job is, in the words of OGC API Processes. */
public enum JobStatus implements Word {
  ACCEPTED,
  RUNNING,
  SUCCESSFUL,
  FAILED,
  DISMISSED;

  /** Whether nothing will change any more. */
  public boolean finished() {
    return this == SUCCESSFUL || this == FAILED || this == DISMISSED;
  }
}
