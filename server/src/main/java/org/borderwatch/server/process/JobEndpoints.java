package org.borderwatch.server.process;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.http.AcceptHeader;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.EntityTag;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.process.ProcessResult.Form;

/** Jobs over HTTP: how far they are, what came of them, and how they end. */
public final class JobEndpoints {
  private final JobRepository jobs;
  private final JobListRepository lists;
  private final ResultRepository results;
  private final AnalysisProcesses processes;
  private final LiveJobs live;
  private final Executions executions;
  private final JobDocuments documents;
  private final PublicUrl publicUrl;

  JobEndpoints(
      JobRepository jobs,
      JobListRepository lists,
      ResultRepository results,
      AnalysisProcesses processes,
      LiveJobs live,
      Executions executions,
      JobDocuments documents,
      PublicUrl publicUrl) {
    this.jobs = jobs;
    this.lists = lists;
    this.results = results;
    this.processes = processes;
    this.live = live;
    this.executions = executions;
    this.documents = documents;
    this.publicUrl = publicUrl;
  }

  void register(RouteTable routes) {
    routes.get(
        "/api/jobs",
        Permission.SIGNED_IN,
        JobQuery.PARAMETERS,
        "The jobs that the caller may see, newest first",
        this::list);
    routes.get(
        "/api/jobs/{id}",
        Permission.SIGNED_IN,
        QueryParameters.NONE,
        "How far a job is",
        ctx -> {
          ctx.header("Cache-Control", "no-store");
          Json.answer(ctx, status(ownJob(ctx)));
        });
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
    routes.post(
        "/api/jobs/{id}/restart",
        Permission.RUN_ANALYSES,
        QueryParameters.NONE,
        "Start the analysis of a job that ended again, with the same inputs, as a new job",
        this::restart);
  }

  /**
   * The job that the path names.
   *
   * @throws ApiException.NotFound when there is none that the caller may know of
   */
  public Job ownJob(Context ctx) {
    JobVisibility seen = JobVisibility.of(Principal.of(ctx));
    return jobs.find(id(ctx)).filter(seen::sees).orElseThrow(JobEndpoints::noSuchJob);
  }

  /** The status document of a job. */
  public Map<String, Object> status(Job job) {
    return documents.status(job);
  }

  /** Answers that a job was made. */
  public void answerCreated(Context ctx, UUID id) {
    Job job = jobs.find(id).orElseThrow(JobEndpoints::noSuchJob);
    ctx.status(201).header("Location", documents.location(id)).header("Cache-Control", "no-store");
    Json.answer(ctx, status(job));
  }

  private void list(Context ctx) {
    JobQuery query = JobQuery.of(ctx);
    List<Job> found = lists.list(query, JobVisibility.of(Principal.of(ctx)));
    boolean more = found.size() > query.limit();
    List<Job> page = more ? found.subList(0, query.limit()) : found;
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("jobs", page.stream().map(this::status).toList());
    Map<String, String> self = link("self", publicUrl.of(ctx));
    if (more) {
      Job last = page.get(page.size() - 1);
      String cursor = new JobQuery.Cursor(last.created(), last.id()).text();
      document.put(
          "links", List.of(self, link("next", publicUrl.of(ctx, Map.of("cursor", cursor)))));
    } else {
      document.put("links", List.of(self));
    }
    ctx.header("Cache-Control", "no-store");
    Json.answer(ctx, document);
  }

  private static Map<String, String> link(String rel, String href) {
    return Map.of("rel", rel, "type", "application/json", "href", href);
  }

  private void results(Context ctx) {
    Job job = ownJob(ctx);
    List<String> forms = processes.forms(job.type(), results.mediaTypes(job.id()));
    if (forms.isEmpty()) {
      throw noResult(job);
    }
    AuditMark.result(ctx);
    String mediaType = job.order().asDocument() ? usual(job, forms) : accepted(ctx, job, forms);
    EntityTag tag = new EntityTag(job.id() + "-" + forms.indexOf(mediaType), true);
    boolean known = tag.answersNotModified(ctx);
    ctx.header("Vary", "Accept, Cookie, Authorization, Accept-Encoding");
    if (known) {
      return;
    }
    Form form =
        processes
            .form(job.type(), mediaType, type -> results.form(job.id(), type))
            .orElseThrow(JobEndpoints::noSuchJob);
    if (job.order().asDocument()) {
      ResultAnswer.document(ctx, form);
    } else {
      Instant made = Objects.requireNonNullElse(job.finished(), job.created());
      ResultAnswer.raw(ctx, form, job.type(), made, job.made().synthetic());
    }
  }

  private static ApiException noResult(Job job) {
    if (!job.status().finished()) {
      return new ApiException.NotFound("The job has not ended; ask again later");
    }
    return new ApiException.NotFound(
        job.status() == JobStatus.SUCCESSFUL
            ? "The result was removed to make room for newer ones; start the job again"
            : "The job has no result: " + job.message());
  }

  private static String usual(Job job, List<String> forms) {
    return forms.contains(job.order().mediaType()) ? job.order().mediaType() : forms.get(0);
  }

  /** The form that was asked for at the beginning goes first when the caller takes any. */
  private static String accepted(Context ctx, Job job, List<String> forms) {
    String usual = usual(job, forms);
    List<String> offered =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(usual),
                forms.stream().filter(form -> !form.equals(usual)))
            .toList();
    String accept = ctx.header("Accept");
    return AcceptHeader.best(accept, offered)
        .orElseThrow(
            () ->
                new ApiException.NotAcceptable(
                    "Accept is %s; the result is there as %s"
                        .formatted(accept, String.join(", ", forms))));
  }

  /** Refuses where somebody asks for what was made of jobs that aren't theirs to see. */
  void requireSeen(Principal caller, List<UUID> ids) {
    JobVisibility seen = JobVisibility.of(caller);
    for (UUID id : ids) {
      if (jobs.find(id).filter(seen::sees).isEmpty()) {
        throw noSuchJob();
      }
    }
  }

  private void dismiss(Context ctx) {
    Job job = ownJob(ctx);
    Map<String, Object> status = status(job);
    status.put("status", JobStatus.DISMISSED.code());
    if (jobs.cancel(job.id())) {
      live.find(job.id()).ifPresent(LiveJobs.LiveJob::cancel);
      // Whether it leaves its best so far is only known when it has stopped.
      status.put("message", "Đang dừng. / Stopping.");
    } else {
      jobs.remove(job.id());
      status.put("message", "Đã xóa. / Removed.");
    }
    Json.answer(ctx, status);
  }

  private void restart(Context ctx) {
    Job job = ownJob(ctx);
    if (job.isImport()) {
      throw new ApiException.Conflict(
          "The file of an import is gone when it ends; send it again", Map.of());
    }
    if (job.finished() == null) {
      throw new ApiException.Conflict(
          "The job has not ended; cancel it first, or wait", Map.of("status", job.status().code()));
    }
    Principal caller = Principal.of(ctx);
    JobOrder order =
        new JobOrder(
            UUID.randomUUID(),
            job.type(),
            caller.account(),
            caller.unit(),
            jobs.inputs(job.id()).orElseThrow(JobEndpoints::noSuchJob),
            job.order().mediaType(),
            job.order().asDocument());
    answerCreated(ctx, executions.start(order).id());
  }

  private static UUID id(Context ctx) {
    try {
      return UUID.fromString(ctx.pathParam("id"));
    } catch (IllegalArgumentException e) {
      throw noSuchJob();
    }
  }

  private static ApiException noSuchJob() {
    return new ApiException.NotFound("There is no such job");
  }
}
