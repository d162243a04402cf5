package org.borderwatch.server.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.Problem;
import org.borderwatch.server.http.ProblemAnswers;

/** Addresses that nothing is served at. Who isn't signed in doesn't learn which those are. */
final class UnknownPaths {
  private final Credentials credentials;

  UnknownPaths(Credentials credentials) {
    this.credentials = credentials;
  }

  void install(RoutesConfig routes) {
    routes.exception(
        NotFoundResponse.class,
        (e, ctx) ->
            answer(ctx, new ApiException.NotFound("Nothing is served at this address").problem()));
    routes.exception(
        MethodNotAllowedResponse.class,
        (e, ctx) ->
            answer(
                ctx,
                new Problem(
                    "method-not-allowed",
                    "Method not allowed",
                    405,
                    "This address knows other methods",
                    Map.of(),
                    Map.of("Allow", e.getDetails().getOrDefault("availableMethods", "")))));
  }

  private void answer(Context ctx, Problem problem) {
    Problem told = problem;
    try {
      credentials.require(ctx);
    } catch (ApiException e) {
      told = e.problem();
    }
    ProblemAnswers.answer(ctx, told);
  }
}
