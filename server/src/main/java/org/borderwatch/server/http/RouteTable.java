package org.borderwatch.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.borderwatch.server.compute.Courtesy;

/**
 * Every route of the server, with what it needs and knows: the API document and the test of roles
 * read it too.
 */
public final class RouteTable {
  /** What a page or a program asks again and again by itself: nobody waits, and it costs little. */
  private static final List<String> WATCHED =
      List.of("/api/jobs", "/api/data", "/health", "/metrics");

  private final List<Route> routes = new ArrayList<>();
  private final Courtesy courtesy;

  public RouteTable() {
    this(new Courtesy());
  }

  /** Tells {@code courtesy} of each request that somebody waits for. */
  public RouteTable(Courtesy courtesy) {
    this.courtesy = courtesy;
  }

  public void get(
      String path, Permission permission, QueryParameters known, String summary, Handler handler) {
    routes.add(new Route(HandlerType.GET, path, permission, known, summary, handler));
  }

  public void post(
      String path, Permission permission, QueryParameters known, String summary, Handler handler) {
    routes.add(new Route(HandlerType.POST, path, permission, known, summary, handler));
  }

  public void put(
      String path, Permission permission, QueryParameters known, String summary, Handler handler) {
    routes.add(new Route(HandlerType.PUT, path, permission, known, summary, handler));
  }

  public void delete(
      String path, Permission permission, QueryParameters known, String summary, Handler handler) {
    routes.add(new Route(HandlerType.DELETE, path, permission, known, summary, handler));
  }

  /** All routes in the order in which they were added. */
  public List<Route> routes() {
    return List.copyOf(routes);
  }

  /**
   * Gives every route to Javalin. {@code gate} is asked first and throws when the caller may not;
   * then unknown query parameters are refused; then the handler works. HEAD is answered as GET is,
   * without the body.
   */
  public void install(RoutesConfig config, BiConsumer<Context, Route> gate) {
    for (Route route : routes) {
      add(config, route.method(), route, gate);
      if (route.method() == HandlerType.GET) {
        // Jetty leaves the body out. Without this, Javalin would answer HEAD without any check.
        add(config, HandlerType.HEAD, route, gate);
      }
    }
    for (Route options : MethodsOfPath.of(routes)) {
      add(config, HandlerType.OPTIONS, options, gate);
    }
  }

  private void add(
      RoutesConfig config, HandlerType method, Route route, BiConsumer<Context, Route> gate) {
    config.addHttpHandler(
        method,
        route.path(),
        ctx -> {
          if (WATCHED.stream().anyMatch(route.path()::startsWith)) {
            answer(ctx, route, gate);
            return;
          }
          courtesy.enter();
          try {
            answer(ctx, route, gate);
          } finally {
            courtesy.leave();
          }
        },
        route.permission());
  }

  private static void answer(Context ctx, Route route, BiConsumer<Context, Route> gate)
      throws Exception {
    new CurrentRoute(route, System.nanoTime()).enter(ctx);
    gate.accept(ctx, route);
    route.parameters().check(ctx);
    route.handler().handle(ctx);
  }
}
