package org.borderwatch.server.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.process.JobEndpoints;
import org.borderwatch.server.process.JobOrder;
import org.borderwatch.server.process.JobRepository;
import org.borderwatch.server.process.JobRunner;

/** Takes the bodies of imports into the data folder and makes jobs of them. Thread-safe. */
final class ImportJobs {
  private static final long RETRY_SECONDS = 30;

  private final JobRepository jobs;
  private final JobRunner runner;
  private final JobEndpoints endpoints;
  private final ImportFolder folder;
  private final long mostBytes;

  /** {@code mostBytes} is the largest body that is taken. */
  ImportJobs(
      JobRepository jobs,
      JobRunner runner,
      JobEndpoints endpoints,
      ImportFolder folder,
      long mostBytes) {
    this.jobs = jobs;
    this.runner = runner;
    this.endpoints = endpoints;
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /** What is done with an upload. It deletes the file when it is closed. */
  @FunctionalInterface
  interface Import {
    JobRunner.Work of(UUID job, Path upload);
  }

  /**
   * Streams the body into a file, adds the job and answers with it.
   *
   * @param inputs as the job shows them
   * @throws ApiException.TooLarge when the body is too long
   * @throws ApiException.TooManyAttempts when too many imports wait already
   */
  void take(Context ctx, JsonNode inputs, Import work) throws IOException {
    refusePacked(ctx);
    Principal caller = Principal.of(ctx);
    UUID id = UUID.randomUUID();
    folder.receive(ctx.req().getInputStream(), id, ctx.req().getContentLengthLong(), mostBytes);
    submit(id, inputs, caller, work.of(id, folder.upload(id)));
    endpoints.answerCreated(ctx, id);
  }

  private void submit(UUID id, JsonNode inputs, Principal caller, JobRunner.Work work)
      throws IOException {
    boolean accepted = false;
    try {
      jobs.add(
          new JobOrder(
              id,
              JobOrder.IMPORT,
              caller.account(),
              caller.unit(),
              inputs,
              ImportWork.REPORT_TYPE,
              false));
      runner.submit(id, work);
      accepted = true;
    } catch (RejectedExecutionException full) {
      jobs.remove(id);
      throw new ApiException.TooManyAttempts(
          "Too many imports are waiting; try again later", RETRY_SECONDS);
    } finally {
      if (!accepted) {
        Files.deleteIfExists(folder.upload(id));
      }
    }
  }

  private static void refusePacked(Context ctx) {
    String packed = ctx.header("Content-Encoding");
    if (packed != null && !packed.equalsIgnoreCase("identity")) {
      throw new ApiException.UnsupportedMediaType(
          "Content-Encoding is " + packed + "; send the file unpacked");
    }
  }
}
