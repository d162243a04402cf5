package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.process.ProcessResult.Form;

/**
 * OGC API Processes: what there is, and how it is run. Each execution is a job, also one that is
 * waited for; the job stays when the caller goes away.
 */
final class ProcessEndpoints {
  private static final long SHORT_BODY = 1 << 20;
  private static final int LONG_BODIES = 2;

  private final AnalysisProcesses processes;
  private final ProcessDocuments descriptions;
  private final Executions executions;
  private final JobEndpoints jobs;
  private final JobDocuments documents;
  private final PublicUrl publicUrl;
  private final Semaphore longBodies = new Semaphore(LONG_BODIES, true);
  private final int longestBody;
  private final Duration syncLimit;

  /**
   * @param longestBody of an execution, in bytes
   * @param syncLimit how long a caller is kept waiting
   */
  ProcessEndpoints(
      AnalysisProcesses processes,
      ProcessDocuments descriptions,
      Executions executions,
      JobEndpoints jobs,
      JobDocuments documents,
      PublicUrl publicUrl,
      int longestBody,
      Duration syncLimit) {
    this.processes = processes;
    this.descriptions = descriptions;
    this.executions = executions;
    this.jobs = jobs;
    this.documents = documents;
    this.publicUrl = publicUrl;
    this.longestBody = longestBody;
    this.syncLimit = syncLimit;
  }

  void register(RouteTable routes) {
    routes.get(
        "/api/processes",
        Permission.SIGNED_IN,
        QueryParameters.of("limit"),
        "The analyses that there are",
        this::list);
    routes.get(
        "/api/processes/{id}",
        Permission.SIGNED_IN,
        QueryParameters.NONE,
        "What an analysis takes and gives",
        ctx -> Json.answer(ctx, descriptions.full(process(ctx).description())));
    routes.post(
        "/api/processes/{id}/execution",
        Permission.RUN_ANALYSES,
        QueryParameters.NONE,
        "Run an analysis: waits for the result, or answers at once with Prefer: respond-async",
        this::execute);
  }

  private void list(Context ctx) {
    long limit = Limit.of(ctx);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "processes",
        processes.all().stream()
            .limit(limit)
            .map(process -> descriptions.summary(process.description()))
            .toList());
    document.put(
        "links",
        List.of(Map.of("rel", "self", "type", "application/json", "href", publicUrl.of(ctx))));
    Json.answer(ctx, document);
  }

  private AnalysisProcess process(Context ctx) {
    return processes.require(ctx.pathParam("id"));
  }

  private void execute(Context ctx) {
    ProcessDescription description = process(ctx).description();
    Asked asked = inTurn(ctx, () -> start(ctx, description));
    Executions.Started started = asked.started();
    if (isAsync(ctx)) {
      ctx.header("Preference-Applied", "respond-async");
      jobs.answerCreated(ctx, started.id());
      return;
    }
    ctx.header("Link", "<" + documents.location(started.id()) + ">; rel=\"monitor\"");
    ctx.header("Cache-Control", "no-store");
    // Nobody's thread waits: twenty callers who do would leave few for the map.
    ctx.future(() -> inTime(started).thenAccept(end -> answer(ctx, asked, end)));
  }

  /** What is left of a request once its inputs are stored: they may be long. */
  private record Asked(
      Executions.Started started, String process, String mediaType, boolean asDocument) {}

  private Asked start(Context ctx, ProcessDescription description) {
    JsonNode body = Json.body(ctx, longestBody);
    ExecutionRequest request =
        ExecutionRequest.of(
            body, isAsync(ctx) ? null : ctx.header("Accept"), offered(description, body));
    Principal caller = Principal.of(ctx);
    jobs.requireSeen(
        caller,
        processes
            .require(description.id())
            .reads(new ProcessInputs(request.inputs(), description.inputNames())));
    JobOrder order =
        new JobOrder(
            UUID.randomUUID(),
            description.id(),
            caller.account(),
            caller.unit(),
            request.inputs(),
            request.mediaType(),
            request.asDocument());
    return new Asked(
        executions.start(order), description.id(), request.mediaType(), request.asDocument());
  }

  private List<String> offered(ProcessDescription description, JsonNode body) {
    JsonNode inputs = body.path("inputs");
    return inputs.isObject()
        ? processes
            .require(description.id())
            .offered(new ProcessInputs(inputs, description.inputNames()))
        : description.mediaTypes();
  }

  /** JSON that is read takes many times its length, so two long bodies at most are read at once. */
  private <T> T inTurn(Context ctx, Supplier<T> reading) {
    long length = ctx.req().getContentLengthLong();
    if (length >= 0 && length <= SHORT_BODY) {
      return reading.get();
    }
    longBodies.acquireUninterruptibly();
    try {
      return reading.get();
    } finally {
      longBodies.release();
    }
  }

  private CompletableFuture<JobEnd> inTime(Executions.Started started) {
    String id = started.id().toString();
    ApiException longer =
        new ApiException.TakesLonger(
            "The analysis takes longer than %d seconds and goes on as job %s; ask there, or send Prefer: respond-async"
                .formatted(syncLimit.toSeconds(), id),
            Map.of("jobID", id, "job", documents.location(started.id())),
            Map.of("Location", documents.location(started.id())));
    CompletableFuture<JobEnd> limit =
        new CompletableFuture<JobEnd>()
            .completeOnTimeout(
                new JobEnd.Refused(longer), syncLimit.toMillis(), TimeUnit.MILLISECONDS);
    return started.end().applyToEither(limit, end -> end);
  }

  private void answer(Context ctx, Asked asked, JobEnd end) {
    if (end instanceof JobEnd.Successful done) {
      Form form = processes.form(asked.process(), asked.mediaType(), done.result());
      if (asked.asDocument()) {
        ResultAnswer.document(ctx, form);
      } else {
        ResultAnswer.raw(ctx, form, asked.process(), Instant.now(), done.result().synthetic());
      }
    } else if (end instanceof JobEnd.Refused refused) {
      throw refused.reason();
    } else if (end instanceof JobEnd.Dismissed) {
      throw new ApiException.Conflict(
          "Somebody cancelled the job", Map.of("jobID", asked.started().id().toString()));
    } else {
      throw new ApiException.Internal(end.message());
    }
  }

  private static boolean isAsync(Context ctx) {
    String prefer = ctx.header("Prefer");
    if (prefer == null) {
      return false;
    }
    for (String preference : prefer.split("[,;]")) {
      if (preference.strip().toLowerCase(Locale.ROOT).equals("respond-async")) {
        return true;
      }
    }
    return false;
  }
}
