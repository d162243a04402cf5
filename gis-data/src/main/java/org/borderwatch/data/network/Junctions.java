package org.borderwatch.data.network;

import java.util.BitSet;
import java.util.List;

/**
 * Where ways are cut: at a vertex that ways have twice or more, be it two ways or one, and where a
 * piece of way ends. Immutable once built, hence thread-safe.
 */
final class Junctions {
  private final BitSet used = new BitSet();
  private final BitSet junctions = new BitSet();

  Junctions(List<Line> lines) {
    for (Line line : lines) {
      if (line.road() != null) {
        add(line);
      }
    }
  }

  private void add(Line line) {
    int[] vertices = line.vertices();
    for (int from = 0; from < vertices.length; from++) {
      int end = line.endOfPiece(from);
      if (end - from >= 2) {
        junctions.set(vertices[from]);
        junctions.set(vertices[end - 1]);
        for (int i = from; i < end; i++) {
          if (used.get(vertices[i])) {
            junctions.set(vertices[i]);
          } else {
            used.set(vertices[i]);
          }
        }
      }
      from = end;
    }
  }

  /** Whether ways have it. */
  boolean isUsed(int vertex) {
    return used.get(vertex);
  }

  /** How many different vertices ways have. */
  long used() {
    return used.cardinality();
  }

  boolean isJunction(int vertex) {
    return junctions.get(vertex);
  }

  /** For {@link NodeNumbers}. */
  BitSet junctions() {
    return junctions;
  }

  /** Takes one edge of a line: its vertices from an index up to and including another. */
  @FunctionalInterface
  interface EdgeTaker {
    void take(int from, int last);
  }

  /** Cuts a line into its edges, in their order. */
  void cut(Line line, EdgeTaker taker) {
    int[] vertices = line.vertices();
    for (int from = 0; from < vertices.length; from++) {
      int end = line.endOfPiece(from);
      int begin = from;
      for (int i = from + 1; i < end; i++) {
        if (junctions.get(vertices[i])) {
          taker.take(begin, i);
          begin = i;
        }
      }
      from = end;
    }
  }
}
