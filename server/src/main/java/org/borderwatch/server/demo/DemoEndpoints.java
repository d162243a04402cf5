package org.borderwatch.server.demo;

import io.javalin.http.Context;
import java.util.Map;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;

/** Adds and removes the demo for an admin: {@code POST} and {@code DELETE /api/demo}. */
public final class DemoEndpoints {
  private static final String PATH = "/api/demo";

  private final Demo demo;
  private final Runnable changed;

  /** {@code changed} is called after each change, before the answer. */
  public DemoEndpoints(Demo demo, Runnable changed) {
    this.demo = demo;
    this.changed = changed;
  }

  public void addTo(RouteTable routes) {
    routes.post(
        PATH,
        Permission.MANAGE_DEMO,
        QueryParameters.NONE,
        "Add the synthetic scenario; what is there already stays",
        ctx -> answer(ctx, demo.add()));
    routes.delete(
        PATH,
        Permission.MANAGE_DEMO,
        QueryParameters.NONE,
        "Remove everything synthetic",
        ctx -> answer(ctx, demo.remove()));
  }

  private void answer(Context ctx, long detections) {
    changed.run();
    AuditMark.rows(ctx, detections);
    Json.answer(ctx, Map.of("detections", detections));
  }
}
