package org.borderwatch.server.process;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.access.Role;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;

/** Jobs over HTTP. Only the requester and an administrator see one. */
public final class JobEndpoints {
  private final JobRepository jobs;
  private final JobRunner runner;
  private final PublicUrl publicUrl;

  public JobEndpoints(JobRepository jobs, JobRunner runner, PublicUrl publicUrl) {
    this.jobs = jobs;
    this.runner = runner;
    this.publicUrl = publicUrl;
  }

  public void register(RouteTable routes) {
    routes.get(
        "/api/jobs/{id}",
        Permission.SIGNED_IN,
        QueryParameters.NONE,
        "How far a job is",
        ctx -> Json.answer(ctx, status(ownJob(ctx))));
    routes.get(
        "/api/jobs/{id}/results",
        Permission.SIGNED_IN,
        QueryParameters.NONE,
        "What came of a job",
        this::results);
    routes.delete(
        "/api/jobs/{id}",
        Permission.SIGNED_IN,
        QueryParameters.NONE,
        "Cancel a job, or forget one that ended",
        this::dismiss);
  }

  /**
   * The job that the path names.
   *
   * @throws ApiException.NotFound when there is none that the caller may know of
   */
  public Job ownJob(Context ctx) {
    Principal caller = Principal.of(ctx);
    return jobs.find(id(ctx))
        .filter(job -> caller.role() == Role.ADMIN || job.requester().equals(caller.account()))
        .map(job -> runner.fraction(job.id()).map(f -> job.at((int) (100 * f))).orElse(job))
        .orElseThrow(() -> new ApiException.NotFound("There is no such job"));
  }

  /** The status document of a job. */
  public Map<String, Object> status(Job job) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("jobID", job.id().toString());
    status.put("processID", job.type());
    status.put("type", job.type());
    status.put("status", job.status().code());
    status.put("progress", job.progress());
    status.put("message", job.message());
    status.put("created", job.created().toString());
    if (job.started() != null) {
      status.put("started", job.started().toString());
    }
    if (job.finished() != null) {
      status.put("finished", job.finished().toString());
    }
    status.put("links", links(job));
    return status;
  }

  /** Where a job is found. */
  public String location(UUID id) {
    return publicUrl.to("/api/jobs/" + id);
  }

  private List<Map<String, String>> links(Job job) {
    Map<String, String> self =
        Map.of("rel", "self", "type", "application/json", "href", location(job.id()));
    if (job.status() != JobStatus.SUCCESSFUL) {
      return List.of(self);
    }
    String results = "http://www.opengis.net/def/rel/ogc/1.0/results";
    return List.of(
        self,
        Map.of(
            "rel", results, "type", "application/json", "href", location(job.id()) + "/results"));
  }

  private void results(Context ctx) {
    Job job = ownJob(ctx);
    if (job.result() == null) {
      throw new ApiException.NotFound(
          job.status().finished()
              ? "The job has no result: " + job.message()
              : "The job has not ended; ask again later");
    }
    Json.answer(ctx, job.result());
  }

  private void dismiss(Context ctx) {
    Job job = ownJob(ctx);
    if (!runner.cancel(job.id())) {
      if (job.status().finished()) {
        jobs.remove(job.id());
      } else {
        throw new ApiException.Conflict("Another server runs this job; ask it", Map.of());
      }
    }
    Map<String, Object> status = status(job);
    status.put("status", JobStatus.DISMISSED.code());
    Json.answer(ctx, status);
  }

  private static UUID id(Context ctx) {
    try {
      return UUID.fromString(ctx.pathParam("id"));
    } catch (IllegalArgumentException e) {
      throw new ApiException.NotFound("There is no such job");
    }
  }
}
