package org.borderwatch.server.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DataKind;
import org.borderwatch.server.detection.DataVersion;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.geo.ReferenceLayerStore;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.network.NetworkIndex;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.testing.ServedRoutes;

/** The API over HTTP on a free port, with reference layers; who asks is told by a header. */
final class ApiUnderTest implements AutoCloseable {
  static final String PUBLIC_URL = "https://map.example.org";
  private static final ReferenceLayers LAYERS = ReferenceLayers.load();

  final RouteTable routes = new RouteTable();
  private final DetectionIndex index;
  private final ServedRoutes server;

  ApiUnderTest(Database database) throws SQLException {
    new ReferenceLayerStore(database).update(() -> LAYERS);
    index = new DetectionIndex(database);
    index.start();
    NetworkIndex network = new NetworkIndex(database);
    NetworkSource current =
        synthetic -> {
          network.refresh();
          return network.network(synthetic);
        };
    DataKind kind = new DataKind(database, new DataVersion(database));
    new OgcApi(database, new PublicUrl(() -> PUBLIC_URL), LAYERS, kind, "1.2.3", index, current)
        .register(routes);
    server = new ServedRoutes(routes);
  }

  /** What a request says beside its address. */
  HttpResponse<byte[]> send(
      String who, String method, String path, String body, String... headers) {
    return server.send(
        HttpResponse.BodyHandlers.ofByteArray(),
        who,
        method,
        path,
        "application/geo+json",
        body,
        headers);
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
