package org.borderwatch.server.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Times every request by route and status, and logs it at debug: the route, never the address with
 * its parameters.
 */
public final class RequestMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(RequestMetrics.class);
  private static final String NO_ROUTE = "none";

  private final MeterRegistry registry;

  public RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  public void install(JavalinConfig config) {
    config.requestLogger.http((ctx, millis) -> record(ctx, millis));
  }

  private void record(Context ctx, float millis) {
    String route = CurrentRoute.of(ctx).map(current -> current.route().path()).orElse(NO_ROUTE);
    Timer.builder("borderwatch.requests")
        .description("Requests by route and status")
        .tag("method", ctx.method().name())
        .tag("route", route)
        .tag("status", Integer.toString(ctx.statusCode()))
        .register(registry)
        .record(Duration.ofNanos((long) (millis * 1_000_000L)));
    LOG.debug("{} {} {} {} ms", ctx.method(), route, ctx.statusCode(), millis);
  }
}
