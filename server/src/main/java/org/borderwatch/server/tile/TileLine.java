package org.borderwatch.server.tile;

import java.util.Arrays;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;

/**
 * Takes the vertices of one line after the other in degrees, and leaves of each what is seen in a
 * tile: cut at its margin, without vertices nearer to the last one than {@code leastUnits}. Not for
 * several threads.
 */
public final class TileLine {
  private static final int UNITS_A_PIXEL = 16;
  private static final int UNITS = 4_096;
  private static final int MARGIN = 64;

  private final TileCoord tile;
  private final int leastUnits;
  private int[] vertices = new int[64];
  private int size;
  private double lastX;
  private double lastY;
  private boolean begun;

  /**
   * Lines of a tile.
   *
   * @param leastUnits 4,096 are a side of the tile, 16 a pixel of the screen
   */
  public TileLine(TileCoord tile, int leastUnits) {
    this.tile = tile;
    this.leastUnits = leastUnits;
  }

  /** Goes on to a vertex. */
  public void to(double lon, double lat, MvtLines.Parts parts) {
    double x = (WebMercator.pixelX(lon, tile.zoom()) - tile.westPixel()) * UNITS_A_PIXEL;
    double y = (WebMercator.pixelY(lat, tile.zoom()) - tile.northPixel()) * UNITS_A_PIXEL;
    if (begun) {
      segment(lastX, lastY, x, y, parts);
    }
    begun = true;
    lastX = x;
    lastY = y;
  }

  /** The line is whole: the next vertex begins another. */
  public void end(MvtLines.Parts parts) {
    flush(parts);
    begun = false;
  }

  /** Liang and Barsky (1984): where a segment enters and leaves the box. */
  private void segment(double x1, double y1, double x2, double y2, MvtLines.Parts parts) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double[] inside = {0, 1};
    if (!cut(-dx, x1 + MARGIN, inside)
        || !cut(dx, UNITS + MARGIN - x1, inside)
        || !cut(-dy, y1 + MARGIN, inside)
        || !cut(dy, UNITS + MARGIN - y1, inside)) {
      flush(parts);
      return;
    }
    if (inside[0] > 0) {
      flush(parts);
    }
    if (size == 0) {
      put(x1 + inside[0] * dx, y1 + inside[0] * dy);
    }
    put(x1 + inside[1] * dx, y1 + inside[1] * dy);
    if (inside[1] < 1) {
      flush(parts);
    }
  }

  /** Narrows what is inside to {@code t * step <= distance}; false when nothing is left. */
  private static boolean cut(double step, double distance, double[] inside) {
    if (step == 0) {
      return distance >= 0;
    }
    double at = distance / step;
    if (step < 0) {
      inside[0] = Math.max(inside[0], at);
    } else {
      inside[1] = Math.min(inside[1], at);
    }
    return inside[0] <= inside[1];
  }

  private void put(double x, double y) {
    if (size == vertices.length) {
      vertices = Arrays.copyOf(vertices, 2 * size);
    }
    vertices[size++] = (int) Math.rint(x);
    vertices[size++] = (int) Math.rint(y);
  }

  /** Thins what was put, and adds it when it is longer than a point. */
  private void flush(MvtLines.Parts parts) {
    int[] thin = new int[size];
    int kept = 0;
    for (int i = 0; i < size; i += 2) {
      boolean last = i == size - 2;
      if (kept == 0 || last || isFar(thin, kept, i)) {
        if (last && kept > 2 && !isFar(thin, kept, i)) {
          // The end stays where it is, so that lines go on meeting there.
          kept -= 2;
        }
        thin[kept++] = vertices[i];
        thin[kept++] = vertices[i + 1];
      }
    }
    size = 0;
    if (kept >= 4 && (kept > 4 || thin[0] != thin[2] || thin[1] != thin[3])) {
      parts.add(Arrays.copyOf(thin, kept));
    }
  }

  private boolean isFar(int[] thin, int kept, int i) {
    return Math.abs(vertices[i] - thin[kept - 2]) >= leastUnits
        || Math.abs(vertices[i + 1] - thin[kept - 1]) >= leastUnits;
  }
}
