package org.borderwatch.server.patrol.order;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.patrol.plan.Plan;
import org.borderwatch.server.patrol.plan.PlanAddressEndpoints;

/** Orders of a plan as files: on paper, for handhelds, for maps. */
final class OrderEndpoints {
  /** Pages are made in memory, so few at a time. */
  private static final int AT_ONCE = 2;

  private final PlanAddressEndpoints plans;
  private final OrderPdf pdf;
  private final Clock clock;
  private final Semaphore presses = new Semaphore(AT_ONCE);

  OrderEndpoints(PlanAddressEndpoints plans, OrderPdf pdf, Clock clock) {
    this.plans = plans;
    this.pdf = pdf;
    this.clock = clock;
  }

  /** Writes one form of an order. */
  @FunctionalInterface
  private interface Form {
    void write(PatrolOrder order, OutputStream out) throws IOException;
  }

  void register(RouteTable routes) {
    routes.get(
        PlanAddressEndpoints.PLAN + "/order.pdf",
        Permission.READ_PLANS,
        QueryParameters.of("version", "team"),
        "The patrol order of all teams of a plan or of one, for print, in Vietnamese",
        ctx ->
            send(
                ctx,
                "patrol-order",
                "application/pdf",
                (order, out) -> pdf.write(order, clock.instant(), out)));
    routes.get(
        PlanAddressEndpoints.PLAN + "/tracks.gpx",
        Permission.READ_PLANS,
        QueryParameters.of("version", "team"),
        "Waypoints, ways and areas of all teams of a plan or of one, for handhelds",
        ctx ->
            send(
                ctx,
                "patrol-tracks",
                "application/gpx+xml",
                (order, out) -> OrderGpx.write(order, clock.instant(), out)));
    routes.get(
        PlanAddressEndpoints.PLAN + "/tracks.kml",
        Permission.READ_PLANS,
        QueryParameters.of("version", "team"),
        "The same with the times of duties, for maps",
        ctx -> send(ctx, "patrol-tracks", "application/vnd.google-earth.kml+xml", OrderKml::write));
  }

  private void send(Context ctx, String kind, String mediaType, Form form)
      throws SQLException, IOException {
    PatrolOrder order = order(ctx);
    byte[] file = made(order, form);
    AuditMark.takenAway(ctx);
    AuditMark.rows(ctx, order.teams().stream().mapToLong(TeamOrder::duties).sum());
    String type = mediaType.endsWith("pdf") ? "pdf" : mediaType.contains("gpx") ? "gpx" : "kml";
    ctx.header("Cache-Control", "no-store");
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"" + OrderNames.file(order, kind, type) + "\"");
    ctx.contentType(mediaType).result(file);
  }

  private byte[] made(PatrolOrder order, Form form) {
    presses.acquireUninterruptibly();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream(256 * 1024);
      form.write(order, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      presses.release();
    }
  }

  private PatrolOrder order(Context ctx) throws SQLException {
    Plan plan = plans.read(ctx);
    Optional<String> team = Optional.ofNullable(ctx.queryParam("team"));
    return PatrolOrder.of(plan, team)
        .orElseThrow(
            () -> {
              String known =
                  String.join(", ", plan.areas().teams().stream().map(one -> one.code()).toList());
              return new BadParameter(
                  "team",
                  "Phương án không có tổ này; các tổ: %s. / The plan has no such team; its teams are %s."
                      .formatted(known, known));
            });
  }
}
