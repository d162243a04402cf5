package org.borderwatch.server.ogc;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.borderwatch.data.network.WayClass;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.tile.MvtLines;
import org.borderwatch.server.tile.TileLine;
import org.jspecify.annotations.Nullable;

/**
 * Vector tiles of roads and trails, made from memory. Far out (below zoom 9) the main roads only,
 * those of a class and a number as one feature without an id, thinned to a pixel of the screen;
 * then edges with their ids, more and more classes, thinned to a quarter of a pixel.
 */
final class NetworkTiles {
  private static final int FIRST_WITH_EDGES = 9;
  private static final int PIXEL_UNITS = 16;
  private static final double MARGIN_PIXELS = 4;

  private static final Set<WayClass> MAIN =
      EnumSet.of(WayClass.MOTORWAY, WayClass.TRUNK, WayClass.PRIMARY);
  private static final Set<WayClass> REGIONAL =
      EnumSet.range(WayClass.MOTORWAY, WayClass.SECONDARY_LINK);
  private static final Set<WayClass> LOCAL =
      EnumSet.range(WayClass.MOTORWAY, WayClass.TERTIARY_LINK);
  private static final Set<WayClass> RURAL =
      EnumSet.complementOf(
          EnumSet.of(
              WayClass.SERVICE,
              WayClass.FOOTWAY,
              WayClass.STEPS,
              WayClass.PEDESTRIAN,
              WayClass.CYCLEWAY,
              WayClass.RESIDENTIAL,
              WayClass.LIVING_STREET));
  private static final Set<WayClass> ALL = EnumSet.allOf(WayClass.class);

  private final RoadNetwork network;
  private final TileCoord tile;
  private final MvtLines layer = new MvtLines("network");
  private final TileLine line;

  private NetworkTiles(RoadNetwork network, TileCoord tile) {
    this.network = network;
    this.tile = tile;
    this.line = new TileLine(tile, tile.zoom() < FIRST_WITH_EDGES ? PIXEL_UNITS : PIXEL_UNITS / 4);
  }

  /** A tile; empty when nothing is in it. */
  static byte[] make(RoadNetwork network, TileCoord tile) {
    return new NetworkTiles(network, tile).make();
  }

  private byte[] make() {
    Set<WayClass> shown = shown(tile.zoom());
    double west = tile.westPixel() - MARGIN_PIXELS;
    double north = tile.northPixel() - MARGIN_PIXELS;
    double side = WebMercator.TILE_SIZE + 2 * MARGIN_PIXELS;
    Map<List<@Nullable Object>, MvtLines.Parts> merged = new LinkedHashMap<>();
    network.edgesIn(
        WebMercator.lon(west, tile.zoom()),
        WebMercator.lat(north + side, tile.zoom()),
        WebMercator.lon(west + side, tile.zoom()),
        WebMercator.lat(north, tile.zoom()),
        edge -> {
          if (!shown.contains(network.wayClass(edge))) {
            return;
          }
          if (tile.zoom() >= FIRST_WITH_EDGES) {
            MvtLines.Parts parts = new MvtLines.Parts();
            draw(edge, parts);
            layer.add(network.id(edge), tags(edge, network.name(edge).orElse(null)), parts);
          } else {
            List<@Nullable Object> key =
                Arrays.asList(network.wayClass(edge), network.ref(edge).orElse(null));
            draw(edge, merged.computeIfAbsent(key, any -> new MvtLines.Parts()));
          }
        });
    merged.forEach(
        (key, parts) -> {
          Map<String, @Nullable Object> tags = new HashMap<>();
          tags.put("class", ((WayClass) key.get(0)).code());
          tags.put("ref", key.get(1));
          tags.put("synthetic", network.synthetic());
          layer.add(0, tags, parts);
        });
    return layer.bytes();
  }

  private static Set<WayClass> shown(int zoom) {
    if (zoom < 7) {
      return MAIN;
    }
    if (zoom < FIRST_WITH_EDGES) {
      return REGIONAL;
    }
    if (zoom < 11) {
      return LOCAL;
    }
    return zoom < 13 ? RURAL : ALL;
  }

  private Map<String, @Nullable Object> tags(int edge, @Nullable String name) {
    Map<String, @Nullable Object> tags = new LinkedHashMap<>();
    tags.put("class", network.wayClass(edge).code());
    tags.put("name", name);
    tags.put("ref", network.ref(edge).orElse(null));
    tags.put("synthetic", network.synthetic());
    return tags;
  }

  private void draw(int edge, MvtLines.Parts parts) {
    for (int v = 0; v < network.vertices(edge); v++) {
      line.to(network.vertexLon(edge, v), network.vertexLat(edge, v), parts);
    }
    line.end(parts);
  }
}
