package org.borderwatch.server.tile;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.http.ApiException.NotFound;
import org.borderwatch.server.http.EntityTag;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;

/** OGC API Tiles: vector tiles of each collection, and what describes them. */
public final class VectorTileEndpoints {
  private static final String MVT = "application/vnd.mapbox-vector-tile";

  /** Viet Nam and around it, in degrees: west, south, east, north. */
  private static final double[] BOX = {102, 8, 110, 23.5};

  private final VectorTiles tiles;
  private final PublicUrl publicUrl;
  private final List<VectorTileLayer> layers;

  public VectorTileEndpoints(Database database, PublicUrl publicUrl, List<VectorTileLayer> layers) {
    this.tiles = new VectorTiles(database);
    this.publicUrl = publicUrl;
    this.layers = List.copyOf(layers);
  }

  public void register(RouteTable routes) {
    routes.get(
        "/api/tileMatrixSets",
        Permission.SIGNED_IN,
        QueryParameters.NONE,
        "The tile matrix sets",
        ctx -> Json.answer(ctx, sets()));
    routes.get(
        "/api/tileMatrixSets/" + WebMercatorQuad.ID,
        Permission.SIGNED_IN,
        QueryParameters.NONE,
        "The tile matrix set of every tile",
        ctx -> Json.answer(ctx, WebMercatorQuad.definition()));
    for (VectorTileLayer layer : layers) {
      register(routes, layer);
    }
  }

  private void register(RouteTable routes, VectorTileLayer layer) {
    String path = path(layer);
    routes.get(
        path,
        layer.permission(),
        QueryParameters.NONE,
        "The tile sets of " + layer.id(),
        ctx -> Json.answer(ctx, Map.of("tilesets", List.of(summary(layer)))));
    routes.get(
        path + "/" + WebMercatorQuad.ID,
        layer.permission(),
        QueryParameters.NONE,
        "What the vector tiles of " + layer.id() + " hold",
        ctx -> Json.answer(ctx, tileset(layer)));
    routes.get(
        path + "/" + WebMercatorQuad.ID + "/{z}/{row}/{col}",
        layer.permission(),
        layer.filters(),
        "A vector tile of " + layer.id() + "; 204 when nothing is in it",
        ctx -> tile(ctx, layer));
  }

  private void tile(Context ctx, VectorTileLayer layer) throws SQLException {
    TileCoord tile = TileCoord.ofPath(ctx);
    if (tile.zoom() < layer.minZoom()) {
      throw new NotFound(
          "Tiles of " + layer.id() + " are given from zoom " + layer.minZoom() + " on");
    }
    DetectionFilter filter = layer.choice().of(ctx);
    byte[] bytes =
        layer.maker().isPresent()
            ? layer.maker().get().make(tile, filter)
            : tiles.make(layer, tile, filter);
    if (EntityTag.ofContent(bytes).answersNotModified(ctx)) {
      return;
    }
    if (bytes.length == 0) {
      ctx.status(204);
    } else {
      ctx.contentType(MVT).result(bytes);
    }
  }

  private static String path(VectorTileLayer layer) {
    return "/api/collections/" + layer.id() + "/tiles";
  }

  private Map<String, Object> sets() {
    String href = publicUrl.to("/api/tileMatrixSets/" + WebMercatorQuad.ID);
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("id", WebMercatorQuad.ID);
    set.put("uri", WebMercatorQuad.URI);
    set.put("crs", WebMercatorQuad.CRS);
    set.put("links", List.of(link("self", "application/json", href)));
    return Map.of("tileMatrixSets", List.of(set));
  }

  private Map<String, Object> summary(VectorTileLayer layer) {
    String self = publicUrl.to(path(layer) + "/" + WebMercatorQuad.ID);
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("title", layer.title());
    set.put("dataType", "vector");
    set.put("crs", WebMercatorQuad.CRS);
    set.put("tileMatrixSetURI", WebMercatorQuad.URI);
    Map<String, Object> tile = link("item", MVT, self + "/{tileMatrix}/{tileRow}/{tileCol}");
    tile.put("templated", true);
    String matrices = publicUrl.to("/api/tileMatrixSets/" + WebMercatorQuad.ID);
    set.put(
        "links",
        List.of(
            link("self", "application/json", self),
            link(
                "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme",
                "application/json",
                matrices),
            tile));
    return set;
  }

  private Map<String, Object> tileset(VectorTileLayer layer) {
    Map<String, Object> set = summary(layer);
    set.put(
        "tileMatrixSetLimits",
        WebMercatorQuad.limits(layer.minZoom(), BOX[0], BOX[1], BOX[2], BOX[3]));
    Map<String, Object> inside = new LinkedHashMap<>();
    inside.put("id", layer.id());
    inside.put("title", layer.title());
    inside.put("dataType", "vector");
    Map<String, Object> properties = new LinkedHashMap<>();
    layer.fields().forEach((name, type) -> properties.put(name, Map.of("type", type)));
    inside.put("propertiesSchema", Map.of("type", "object", "properties", properties));
    set.put("layers", List.of(inside));
    return set;
  }

  private static Map<String, Object> link(String rel, String type, String href) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("href", href);
    link.put("rel", rel);
    link.put("type", type);
    return link;
  }
}
