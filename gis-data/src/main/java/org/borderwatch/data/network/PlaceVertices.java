package org.borderwatch.data.network;

import java.util.Arrays;

/**
 * Positions without ids of their own: what lies at one place, to 1e-7 degrees, is one vertex. A
 * hash table over two arrays. Filled by one thread.
 */
final class PlaceVertices implements Vertices {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private long[] places = new long[1024];
  private int size;

  /** Number of a vertex and one, 0 for none. */
  private int[] slots = new int[4096];

  /** The number of the vertex at a place: a new one, or that of before. */
  int add(double lon, double lat) {
    long place = place(lon, lat);
    int slot = slot(place);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
    }
    places[size++] = place;
    slots[slot] = size;
    if (2 * size > slots.length) {
      grow();
    }
    return size - 1;
  }

  private static long place(double lon, double lat) {
    return (Math.round(lon * 1e7) << 32) | (Math.round(lat * 1e7) & 0xffff_ffffL);
  }

  /** Where a place is, or would be. */
  private int slot(long place) {
    int slot = (int) ((place * MIX) >>> 33) & (slots.length - 1);
    while (slots[slot] != 0 && places[slots[slot] - 1] != place) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    slots = new int[4 * slots.length];
    for (int i = 0; i < size; i++) {
      slots[slot(places[i])] = i + 1;
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int lonE7(int vertex) {
    return (int) (places[vertex] >> 32);
  }

  @Override
  public int latE7(int vertex) {
    return (int) places[vertex];
  }
}
