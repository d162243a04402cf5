package org.borderwatch.server.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nodes while they are collected, and which of them hang together. Not for several threads. */
final class NodeColumns {
  private static final int FIRST_ROOM = 1_024;

  private final Map<Integer, String> barriers = new HashMap<>();
  private double[] lon = new double[FIRST_ROOM];
  private double[] lat = new double[FIRST_ROOM];
  private float[] heightMetres = new float[FIRST_ROOM];
  private int[] parent = new int[FIRST_ROOM];
  private int size;

  void add(double lonDegrees, double latDegrees, float height, @Nullable String barrier) {
    if (size == lon.length) {
      int more = size + (size >> 1);
      lon = Arrays.copyOf(lon, more);
      lat = Arrays.copyOf(lat, more);
      heightMetres = Arrays.copyOf(heightMetres, more);
      parent = Arrays.copyOf(parent, more);
    }
    lon[size] = lonDegrees;
    lat[size] = latDegrees;
    heightMetres[size] = height;
    parent[size] = size;
    if (barrier != null) {
      barriers.put(size, barrier);
    }
    size++;
  }

  int size() {
    return size;
  }

  double lon(int node) {
    return lon[node];
  }

  double lat(int node) {
    return lat[node];
  }

  float heightMetres(int node) {
    return heightMetres[node];
  }

  @Nullable String barrier(int node) {
    return barriers.get(node);
  }

  /**
   * An edge joins two nodes.
   *
   * @throws IllegalArgumentException when one of them didn't come yet
   */
  void join(int from, int to) {
    if (from < 0 || from >= size || to < 0 || to >= size) {
      throw new IllegalArgumentException(
          "an edge joins %d and %d of %d nodes".formatted(from, to, size));
    }
    ConnectedParts.join(parent, from, to);
  }

  ConnectedParts parts() {
    return ConnectedParts.of(parent, size);
  }
}
