package org.borderwatch.server.http;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * The route that answers a request, and since when: for the audit and the metrics.
 *
 * @param startedNanos of {@link System#nanoTime}
 */
public record CurrentRoute(Route route, long startedNanos) {
  private static final String ATTRIBUTE = CurrentRoute.class.getName();

  /** Empty for an address that nothing is served at. */
  public static Optional<CurrentRoute> of(Context ctx) {
    return Optional.ofNullable(ctx.attribute(ATTRIBUTE));
  }

  void enter(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
  }
}
