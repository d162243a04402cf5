package org.borderwatch.server.ogc;

import static org.borderwatch.server.ogc.MediaTypes.GEOJSON;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.Undo;
import org.borderwatch.server.http.ApiException.NotFound;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.RouteTable;

/** The features of each collection: a page of them, or one. */
public final class ItemsEndpoints {
  private final Database database;
  private final PublicUrl publicUrl;

  public ItemsEndpoints(Database database, PublicUrl publicUrl) {
    this.database = database;
    this.publicUrl = publicUrl;
  }

  /** Adds the routes of every collection, each with its own permission and parameters. */
  public void register(RouteTable routes, List<FeatureSource> sources) {
    for (FeatureSource source : sources) {
      CollectionInfo info = source.info();
      String items = "/api/collections/" + info.id() + "/items";
      routes.get(
          items,
          info.permission(),
          ChosenFeatures.parameters(source).and("limit", "cursor"),
          "A page of " + info.id(),
          ctx -> page(ctx, source));
      routes.get(
          items + "/{featureId}",
          info.permission(),
          org.borderwatch.server.http.QueryParameters.NONE,
          "One feature of " + info.id(),
          ctx -> one(ctx, source));
    }
  }

  /**
   * A page is bounded, so it is made whole before its first byte leaves: a failure becomes a
   * problem document, never half a page, and the entity tag is that of the content.
   */
  private void page(Context ctx, FeatureSource source) throws SQLException, IOException {
    ItemsPage page = ItemsPage.ask(ctx, source.info().id(), publicUrl);
    FeatureSource.Selection selection = ChosenFeatures.of(source, ctx);
    try (Connection connection = database.connection()) {
      inOneSnapshot(connection, () -> page.read(selection, connection));
    }
    AuditMark.rows(ctx, page.features());
    page.answer();
  }

  private void one(Context ctx, FeatureSource source) throws SQLException, IOException {
    String id = ctx.pathParam("featureId");
    FeatureSource.Feature feature = find(ctx, source, id);
    AuditMark.rows(ctx, 1);
    String collection = publicUrl.to("/api/collections/" + source.info().id());
    List<Link> links =
        List.of(
            new Link(publicUrl.of(ctx), "self", GEOJSON, "This feature"),
            new Link(collection, "collection", MediaTypes.JSON, "The collection"));
    ctx.header("Link", String.join(", ", links.stream().map(Link::header).toList()));
    ctx.header("Content-Crs", MediaTypes.CRS84_HEADER);
    if (!feature.tag().answersNotModified(ctx)) {
      ctx.contentType(GEOJSON).result(withLinks(feature, links));
    }
  }

  /** OGC wants the links in the feature too; it is JSON already, so they go before its end. */
  private static byte[] withLinks(FeatureSource.Feature feature, List<Link> links)
      throws IOException {
    String json = feature.geoJson().stripTrailing();
    String linked =
        json.substring(0, json.length() - 1)
            + ",\"links\":"
            + Json.MAPPER.writeValueAsString(links)
            + "}";
    return linked.getBytes(StandardCharsets.UTF_8);
  }

  private FeatureSource.Feature find(Context ctx, FeatureSource source, String id)
      throws SQLException, IOException {
    try (Connection connection = database.connection()) {
      return source
          .one(ctx, connection, id)
          .orElseThrow(() -> new NotFound("No feature " + id + " in " + source.info().id()));
    }
  }

  private interface Reading {
    void run() throws SQLException, IOException;
  }

  private static void inOneSnapshot(Connection connection, Reading reading) throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try {
      reading.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Undo.on(connection);
    }
  }
}
