package org.borderwatch.server.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the server works, for anybody; how it works in numbers, for who may read them. */
public final class HealthEndpoints implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthEndpoints.class);
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  /** Many may ask; the database is asked once a second. */
  private static final Duration HEALTH_IS_FRESH = Duration.ofSeconds(1);

  private final Jdbi jdbi;
  private final PrometheusMeterRegistry registry;
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final FreshValue<Boolean> databaseUp;

  /**
   * Measures the virtual machine from now on.
   *
   * @param detections how many are stored, at once and as well as it is known
   */
  public HealthEndpoints(Jdbi jdbi, PrometheusMeterRegistry registry, Supplier<Number> detections) {
    this.jdbi = jdbi;
    this.registry = registry;
    this.databaseUp = new FreshValue<>(HEALTH_IS_FRESH, this::askDatabase);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    Gauge.builder("borderwatch.detections", detections)
        .description("Detections stored")
        .register(registry);
  }

  public void addTo(RouteTable routes) {
    routes.get(
        "/health", Permission.NOBODY, QueryParameters.NONE, "Whether it works", this::health);
    routes.get(
        "/metrics",
        Permission.READ_METRICS,
        QueryParameters.NONE,
        "How it works, for Prometheus",
        this::metrics);
  }

  private void health(Context ctx) {
    boolean up = databaseUp.get();
    Map<String, String> document = new LinkedHashMap<>();
    document.put("status", up ? "up" : "down");
    document.put("database", up ? "up" : "down");
    ctx.status(up ? 200 : 503).header("Cache-Control", "no-store");
    Json.answer(ctx, document);
  }

  private void metrics(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(PROMETHEUS_TEXT).result(registry.scrape());
  }

  private boolean askDatabase() {
    try {
      return jdbi.withHandle(handle -> handle.getConnection().isValid(2));
    } catch (RuntimeException | java.sql.SQLException e) {
      LOG.warn("Database away: {}", e.getMessage());
      return false;
    }
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
