package org.borderwatch.server.network;

import java.lang.ref.SoftReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.data.network.ElevationGrid;
import org.borderwatch.data.network.HeightRaster;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The stored heights. Tiles are read when they are asked for, and forgotten when memory gets short.
 * Where several know a place the finest answers. Thread-safe.
 */
final class StoredElevation implements ElevationGrid {
  private static final double CELLS_A_DEGREE = 8;
  private static final Tile[] NONE = {};

  private final Jdbi jdbi;
  private final Map<Long, Tile[]> cells = new HashMap<>();

  private StoredElevation(Jdbi jdbi, List<Tile> finestFirst) {
    this.jdbi = jdbi;
    Map<Long, List<Tile>> lists = new HashMap<>();
    for (Tile tile : finestFirst) {
      for (long y = cell(tile.south()); y <= cell(tile.north); y++) {
        for (long x = cell(tile.west); x <= cell(tile.east()); x++) {
          lists.computeIfAbsent(key(x, y), key -> new ArrayList<>()).add(tile);
        }
      }
    }
    lists.forEach((key, tiles) -> cells.put(key, tiles.toArray(NONE)));
  }

  /** What is stored now; {@link ElevationGrid#UNKNOWN} when nothing is. */
  static ElevationGrid of(Jdbi jdbi) {
    List<Tile> tiles =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT name, west, north, step_lon, step_lat, columns, rows"
                            + " FROM elevation_tile ORDER BY step_lat, name")
                    .map((row, context) -> new Tile(row))
                    .list());
    return tiles.isEmpty() ? UNKNOWN : new StoredElevation(jdbi, tiles);
  }

  @Override
  public float heightMetres(double lon, double lat) {
    for (Tile tile : cells.getOrDefault(key(cell(lon), cell(lat)), NONE)) {
      if (tile.covers(lon, lat)) {
        float height = tile.raster(jdbi).heightMetres(lon, lat);
        if (!Float.isNaN(height)) {
          return height;
        }
      }
    }
    return Float.NaN;
  }

  private static long cell(double degrees) {
    return (long) Math.floor(degrees * CELLS_A_DEGREE);
  }

  private static long key(long x, long y) {
    return y * 100_000 + x;
  }

  /** Where a tile lies, and its heights as long as there is room for them. */
  private static final class Tile {
    private static final double ROUNDING = 1e-9;

    private final String name;
    private final double west;
    private final double north;
    private final double lonStep;
    private final double latStep;
    private final int columns;
    private final int rows;
    private volatile SoftReference<@Nullable HeightRaster> kept = new SoftReference<>(null);

    Tile(ResultSet row) throws SQLException {
      name = row.getString("name");
      west = row.getDouble("west");
      north = row.getDouble("north");
      lonStep = row.getDouble("step_lon");
      latStep = row.getDouble("step_lat");
      columns = row.getInt("columns");
      rows = row.getInt("rows");
    }

    double east() {
      return west + (columns - 1) * lonStep;
    }

    double south() {
      return north - (rows - 1) * latStep;
    }

    boolean covers(double lon, double lat) {
      return lon >= west - ROUNDING
          && lon <= east() + ROUNDING
          && lat <= north + ROUNDING
          && lat >= south() - ROUNDING;
    }

    HeightRaster raster(Jdbi jdbi) {
      HeightRaster raster = kept.get();
      return raster == null ? read(jdbi) : raster;
    }

    private synchronized HeightRaster read(Jdbi jdbi) {
      HeightRaster raster = kept.get();
      if (raster == null) {
        byte[] packed =
            jdbi.withHandle(
                handle ->
                    handle
                        .createQuery("SELECT heights FROM elevation_tile WHERE name = :name")
                        .bind("name", name)
                        .mapTo(byte[].class)
                        .one());
        raster =
            new HeightRaster(
                west,
                north,
                lonStep,
                latStep,
                columns,
                PackedHeights.unpack(packed, columns * rows));
        kept = new SoftReference<>(raster);
      }
      return raster;
    }
  }
}
