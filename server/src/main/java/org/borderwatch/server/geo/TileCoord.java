package org.borderwatch.server.geo;

import io.javalin.http.Context;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.ApiException.NotFound;

/**
 * A tile of the WebMercatorQuad set.
 *
 * @param zoom 0 to 22
 * @param row 0 to 2^zoom - 1, from the north
 * @param col 0 to 2^zoom - 1, from the west
 */
public record TileCoord(int zoom, int row, int col) {
  public static final int MAX_ZOOM = 22;

  public TileCoord {
    if (zoom < 0 || zoom > MAX_ZOOM) {
      throw new IllegalArgumentException("zoom is " + zoom + "; 0 to " + MAX_ZOOM);
    }
    if (row < 0 || col < 0 || row >= 1 << zoom || col >= 1 << zoom) {
      throw new IllegalArgumentException("no tile " + row + ", " + col + " at zoom " + zoom);
    }
  }

  /** From the path variables z, row and col; a tile outside the set is not found. */
  public static TileCoord ofPath(Context ctx) {
    try {
      return new TileCoord(variable(ctx, "z"), variable(ctx, "row"), variable(ctx, "col"));
    } catch (IllegalArgumentException e) {
      throw new NotFound("No such tile: " + e.getMessage());
    }
  }

  /** The world pixel column of its western edge. */
  public long westPixel() {
    return (long) col * WebMercator.TILE_SIZE;
  }

  /** The world pixel row of its northern edge. */
  public long northPixel() {
    return (long) row * WebMercator.TILE_SIZE;
  }

  private static int variable(Context ctx, String name) {
    String text = ctx.pathParam(name);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new BadParameter(name, name + " is " + text + "; expected a whole number");
    }
  }
}
