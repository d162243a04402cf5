package org.borderwatch.server.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;

/** The tile matrix set that every tile of ours belongs to, as OGC describes it. */
final class WebMercatorQuad {
  static final String ID = "WebMercatorQuad";
  static final String URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
  static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";

  /** The corner of the world in metres of EPSG:3857. */
  private static final double CORNER = 20_037_508.3427892;

  private static final double SCALE_AT_ZOOM_0 = 559_082_264.028717;

  private WebMercatorQuad() {}

  /** Its definition. */
  static Map<String, Object> definition() {
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("id", ID);
    set.put("title", "Google Maps Compatible for the World");
    set.put("uri", URI);
    set.put("crs", CRS);
    set.put("orderedAxes", List.of("X", "Y"));
    set.put("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
    List<Map<String, Object>> matrices = new ArrayList<>();
    for (int zoom = 0; zoom <= TileCoord.MAX_ZOOM; zoom++) {
      matrices.add(matrix(zoom));
    }
    set.put("tileMatrices", matrices);
    return set;
  }

  private static Map<String, Object> matrix(int zoom) {
    double perSide = 1L << zoom;
    Map<String, Object> matrix = new LinkedHashMap<>();
    matrix.put("id", Integer.toString(zoom));
    matrix.put("scaleDenominator", SCALE_AT_ZOOM_0 / perSide);
    matrix.put("cellSize", 2 * CORNER / WebMercator.worldPixels(zoom));
    matrix.put("cornerOfOrigin", "topLeft");
    matrix.put("pointOfOrigin", List.of(-CORNER, CORNER));
    matrix.put("tileWidth", WebMercator.TILE_SIZE);
    matrix.put("tileHeight", WebMercator.TILE_SIZE);
    matrix.put("matrixWidth", 1 << zoom);
    matrix.put("matrixHeight", 1 << zoom);
    return matrix;
  }

  /** The tiles that a box in degrees touches, zoom by zoom from {@code minZoom}. */
  static List<Map<String, Object>> limits(
      int minZoom, double minLon, double minLat, double maxLon, double maxLat) {
    List<Map<String, Object>> limits = new ArrayList<>();
    for (int zoom = minZoom; zoom <= TileCoord.MAX_ZOOM; zoom++) {
      Map<String, Object> limit = new LinkedHashMap<>();
      limit.put("tileMatrix", Integer.toString(zoom));
      limit.put("minTileRow", tile(WebMercator.pixelY(maxLat, zoom)));
      limit.put("maxTileRow", tile(WebMercator.pixelY(minLat, zoom)));
      limit.put("minTileCol", tile(WebMercator.pixelX(minLon, zoom)));
      limit.put("maxTileCol", tile(WebMercator.pixelX(maxLon, zoom)));
      limits.add(limit);
    }
    return limits;
  }

  private static int tile(double pixel) {
    return (int) Math.floor(pixel / WebMercator.TILE_SIZE);
  }
}
