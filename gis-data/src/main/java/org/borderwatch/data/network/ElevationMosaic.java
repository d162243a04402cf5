package org.borderwatch.data.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several rasters as one grid: where they overlap the finest that knows the height answers. Found
 * by whole degrees. Immutable, hence thread-safe; keeps all rasters in memory (25 MB for a degree
 * of one second, 2.8 MB for one of three).
 */
public final class ElevationMosaic implements ElevationGrid {
  private static final HeightRaster[] NONE = {};

  private final Map<Integer, HeightRaster[]> byDegree = new HashMap<>();

  public ElevationMosaic(List<HeightRaster> rasters) {
    List<HeightRaster> finestFirst = new ArrayList<>(rasters);
    finestFirst.sort((a, b) -> Double.compare(a.latStep(), b.latStep()));
    Map<Integer, List<HeightRaster>> lists = new HashMap<>();
    for (HeightRaster raster : finestFirst) {
      for (int lat = floor(raster.south()); lat <= floor(raster.north()); lat++) {
        for (int lon = floor(raster.west()); lon <= floor(raster.east()); lon++) {
          lists.computeIfAbsent(key(lon, lat), key -> new ArrayList<>()).add(raster);
        }
      }
    }
    lists.forEach((key, list) -> byDegree.put(key, list.toArray(NONE)));
  }

  @Override
  public float heightMetres(double lon, double lat) {
    for (HeightRaster raster : byDegree.getOrDefault(key(floor(lon), floor(lat)), NONE)) {
      float height = raster.heightMetres(lon, lat);
      if (!Float.isNaN(height)) {
        return height;
      }
    }
    return Float.NaN;
  }

  private static int floor(double degrees) {
    return (int) Math.floor(degrees);
  }

  private static int key(int lon, int lat) {
    return lat * 1000 + lon;
  }
}
