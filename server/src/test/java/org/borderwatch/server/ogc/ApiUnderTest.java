package org.borderwatch.server.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Set;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.access.Role;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DataKind;
import org.borderwatch.server.detection.DataVersion;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.geo.ReferenceLayerStore;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.http.ApiException.NotAllowed;
import org.borderwatch.server.http.HttpServer;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.RouteTable;

/** The API over HTTP on a free port, with reference layers; who asks is told by a header. */
final class ApiUnderTest implements AutoCloseable {
  static final String PUBLIC_URL = "https://map.example.org";
  private static final ReferenceLayers LAYERS = ReferenceLayers.load();

  final RouteTable routes = new RouteTable();
  private final DetectionIndex index;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  ApiUnderTest(Database database) throws SQLException {
    new ReferenceLayerStore(database).update(() -> LAYERS);
    index = new DetectionIndex(database);
    index.start();
    DataKind kind = new DataKind(database, new DataVersion(database));
    new OgcApi(database, new PublicUrl(() -> PUBLIC_URL), LAYERS, kind, "1.2.3", index)
        .register(routes);
    server =
        new HttpServer(
            "127.0.0.1",
            0,
            routes,
            (ctx, route) -> {
              String[] who = ctx.header("X-Who").split(":");
              Role role = Role.valueOf(who[0].toUpperCase(java.util.Locale.ROOT));
              Set<String> units = Set.of(who.length > 1 ? who[1].split(",") : new String[] {"VN"});
              if (!role.may(route.permission())) {
                throw new NotAllowed("not for " + role.code());
              }
              new Principal("test-" + role.code(), role, units.iterator().next(), units).enter(ctx);
            },
            config -> {});
    server.start();
  }

  /** What a request says beside its address. */
  HttpResponse<byte[]> send(
      String who, String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("X-Who", who)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/geo+json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<byte[]> get(String path) {
    return send("admin", "GET", path, "");
  }

  JsonNode json(String path) {
    return json(get(path));
  }

  static JsonNode json(HttpResponse<byte[]> response) {
    return Json.tree(new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.close();
    index.close();
  }
}
