package org.borderwatch.server.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One layer of lines in a Mapbox vector tile, 4,096 units a side. Not for several threads.
 *
 * <p>Source: Mapbox Vector Tile Specification 2.1, sections 4.1 to 4.4.
 */
public final class MvtLines {
  private static final int UNITS = 4_096;
  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int LINE_STRING = 2;

  private final String name;
  private final ProtoBytes features = new ProtoBytes();
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<Object, Integer> values = new LinkedHashMap<>();
  private int count;

  public MvtLines(String name) {
    this.name = name;
  }

  /** The parts of a feature: x and y of each vertex in turn, in units east and south. */
  public static final class Parts {
    private final List<int[]> parts = new ArrayList<>();

    /** Adds a part of two vertices or more. */
    public void add(int[] vertices) {
      parts.add(vertices);
    }

    /** All of them. */
    List<int[]> all() {
      return List.copyOf(parts);
    }

    public boolean isEmpty() {
      return parts.isEmpty();
    }
  }

  /**
   * Adds a feature.
   *
   * @param id above 0; 0 for none
   * @param tags texts and booleans by name; null is left out
   */
  public void add(long id, Map<String, @Nullable Object> tags, Parts parts) {
    if (parts.isEmpty()) {
      return;
    }
    ProtoBytes feature = new ProtoBytes();
    if (id > 0) {
      feature.number(1, id);
    }
    ProtoBytes pairs = new ProtoBytes();
    tags.forEach(
        (key, value) -> {
          if (value != null) {
            pairs.varint(keys.computeIfAbsent(key, any -> keys.size()));
            pairs.varint(values.computeIfAbsent(value, any -> values.size()));
          }
        });
    feature.bytes(2, pairs);
    feature.number(3, LINE_STRING);
    feature.bytes(4, geometry(parts));
    features.bytes(2, feature);
    count++;
  }

  private static ProtoBytes geometry(Parts parts) {
    ProtoBytes geometry = new ProtoBytes();
    int x = 0;
    int y = 0;
    for (int[] part : parts.parts) {
      geometry.varint(1 << 3 | MOVE_TO);
      for (int i = 0; i < part.length; i += 2) {
        if (i == 2) {
          geometry.varint((part.length / 2 - 1) << 3 | LINE_TO);
        }
        geometry.zigzag(part[i] - x);
        geometry.zigzag(part[i + 1] - y);
        x = part[i];
        y = part[i + 1];
      }
    }
    return geometry;
  }

  /** The tile; empty without features. */
  public byte[] bytes() {
    if (count == 0) {
      return new byte[0];
    }
    ProtoBytes layer = new ProtoBytes();
    layer.text(1, name);
    layer.append(features);
    keys.keySet().forEach(key -> layer.text(3, key));
    values.keySet().forEach(value -> layer.bytes(4, value(value)));
    layer.number(5, UNITS);
    layer.number(15, 2);
    ProtoBytes tile = new ProtoBytes();
    tile.bytes(3, layer);
    return tile.toBytes();
  }

  private static ProtoBytes value(Object value) {
    ProtoBytes bytes = new ProtoBytes();
    if (value instanceof Boolean truth) {
      bytes.number(7, truth ? 1 : 0);
    } else {
      bytes.text(1, value.toString());
    }
    return bytes;
  }

  /** How many features it has. */
  public int count() {
    return count;
  }
}
