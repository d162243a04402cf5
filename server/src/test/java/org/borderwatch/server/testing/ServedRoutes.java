package org.borderwatch.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.Locale;
import java.util.Set;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.access.Role;
import org.borderwatch.server.http.ApiException.NotAllowed;
import org.borderwatch.server.http.HttpServer;
import org.borderwatch.server.http.RouteTable;

/**
 * Routes over HTTP on a free port. Who asks is told by a header, {@code role:units:account} where
 * units are parted by commas; without them it is the whole country.
 */
public final class ServedRoutes implements AutoCloseable {
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  public ServedRoutes(RouteTable routes) {
    server =
        new HttpServer(
            "127.0.0.1",
            0,
            routes,
            (ctx, route) -> {
              String[] who = String.valueOf(ctx.header("X-Who")).split(":");
              Role role = Role.valueOf(who[0].toUpperCase(Locale.ROOT));
              String[] units = who.length > 1 ? who[1].split(",") : new String[] {"VN"};
              if (!role.may(route.permission())) {
                throw new NotAllowed("not for " + role.code());
              }
              String account = who.length > 2 ? who[2] : "test-" + role.code();
              new Principal(account, role, units[0], Set.of(units)).enter(ctx);
            },
            config -> {});
    server.start();
  }

  /** Asks; {@code type} is that of the body, where there is one. */
  public <T> HttpResponse<T> send(
      BodyHandler<T> answer,
      String who,
      String method,
      String path,
      String type,
      String body,
      String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("X-Who", who)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
