package org.borderwatch.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.UUID;
import org.borderwatch.server.database.FullDisk;
import org.borderwatch.server.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders everything that is thrown while answering as a problem document. The one place that does.
 */
public final class ProblemAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  private static final String NO_ROOM =
      "The disk of the database has no room for it. Nothing was stored; tell the administrator.";

  private ProblemAnswers() {}

  /** Installs the handlers of exceptions and of paths that nobody knows. */
  public static void install(RoutesConfig routes) {
    routes.exception(ApiException.class, (e, ctx) -> answer(ctx, e.problem()));
    routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, problemOf(e)));
    routes.exception(
        UnsupportedCharsetException.class, (e, ctx) -> unknownEncoding(ctx, e.getCharsetName()));
    routes.exception(
        IllegalCharsetNameException.class, (e, ctx) -> unknownEncoding(ctx, e.getCharsetName()));
    routes.exception(Exception.class, ProblemAnswers::unexpected);
  }

  /** Answers with {@code problem}. */
  public static void answer(Context ctx, Problem problem) {
    problem.headers().forEach(ctx::header);
    ctx.header("Cache-Control", "no-store");
    ctx.status(problem.status());
    Json.answer(ctx, problem.document(), Problem.MEDIA_TYPE);
  }

  /** Jetty looks the encoding up as soon as anybody asks for the type of the body. */
  private static void unknownEncoding(Context ctx, String name) {
    String detail = "The encoding \"" + name + "\" is not known; send UTF-8";
    answer(ctx, new ApiException.UnsupportedMediaType(detail).problem());
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
    if (Outage.isCauseOf(e)) {
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
    if (e instanceof org.eclipse.jetty.http.HttpException slow && slow.getCode() == 408) {
      LOG.info("The body of {} {} came too slowly", ctx.method(), ctx.path());
      answer(
          ctx, new Problem("too-slow", "Too slow", 408, "The body came too slowly; send it again"));
      return;
    }
    if (FullDisk.isCauseOf(e)) {
      LOG.error("The disk of the database is full: {}", e.getMessage());
      answer(ctx, new ApiException.NoRoom(NO_ROOM).problem());
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
}
