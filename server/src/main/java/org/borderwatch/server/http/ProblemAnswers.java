package org.borderwatch.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders everything that is thrown while answering as a problem document. The one place that does.
 */
public final class ProblemAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  private ProblemAnswers() {}

  /** Installs the handlers of exceptions and of paths that nobody knows. */
  public static void install(RoutesConfig routes) {
    routes.exception(ApiException.class, (e, ctx) -> answer(ctx, e.problem()));
    routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, problemOf(e)));
    routes.exception(Exception.class, ProblemAnswers::unexpected);
  }

  /** Answers with {@code problem}. */
  public static void answer(Context ctx, Problem problem) {
    problem.headers().forEach(ctx::header);
    ctx.header("Cache-Control", "no-store");
    ctx.status(problem.status());
    Json.answer(ctx, problem.document(), Problem.MEDIA_TYPE);
  }

  private static Problem problemOf(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> new ApiException.NotFound("Nothing is served at this address").problem();
      case 405 ->
          new Problem(
              "method-not-allowed", "Method not allowed", 405, "This address knows other methods");
      case 413 -> new ApiException.TooLarge("The body is too large").problem();
      default -> new Problem("refused", "Refused", e.getStatus(), String.valueOf(e.getMessage()));
    };
  }

  private static void unexpected(Exception e, Context ctx) {
    if (databaseIsAway(e)) {
      LOG.warn("Database away: {}", e.getMessage());
      answer(ctx, new ApiException.DatabaseAway().problem());
      return;
    }
    if (e instanceof org.eclipse.jetty.io.EofException) {
      // The caller hung up in the middle of the body: nobody reads the answer.
      LOG.info("The body of {} {} ended early", ctx.method(), ctx.path());
      answer(ctx, new Problem("bad-body", "Bad body", 400, "The body ended before its length"));
      return;
    }
    String incident = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Incident {} at {} {}", incident, ctx.method(), ctx.path(), e);
    answer(
        ctx,
        new Problem(
            "internal",
            "Internal error",
            500,
            "Something failed here. The log knows it as incident " + incident + ".",
            java.util.Map.of("incident", incident),
            java.util.Map.of()));
  }

  /** Whether the cause is a connection that failed or could not be had, not a wrong statement. */
  static boolean databaseIsAway(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientException) {
        return true;
      }
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) {
        return true;
      }
    }
    return false;
  }
}
