package org.borderwatch.server.process;

import org.borderwatch.server.http.ApiException;

/** How a job ended. */
public sealed interface JobEnd {
  /** Nothing was stored of what it did. */
  JobEnd DISMISSED = new Dismissed();

  JobStatus status();

  /** What to know about it, in both languages; empty when it went well. */
  String message();

  /** It has a result. */
  record Successful(ProcessResult result) implements JobEnd {
    @Override
    public JobStatus status() {
      return JobStatus.SUCCESSFUL;
    }

    @Override
    public String message() {
      return "";
    }
  }

  /** What was asked for has no answer, for a reason that the requester can understand. */
  record Refused(ApiException reason) implements JobEnd {
    @Override
    public JobStatus status() {
      return JobStatus.FAILED;
    }

    @Override
    public String message() {
      return reason.problem().detail();
    }
  }

  /** It went wrong. */
  record Failed(String message) implements JobEnd {
    @Override
    public JobStatus status() {
      return JobStatus.FAILED;
    }
  }

  /** Somebody cancelled it. */
  record Dismissed() implements JobEnd {
    @Override
    public JobStatus status() {
      return JobStatus.DISMISSED;
    }

    @Override
    public String message() {
      return "Đã hủy, không lưu gì. / Cancelled; nothing was stored.";
    }
  }
}
