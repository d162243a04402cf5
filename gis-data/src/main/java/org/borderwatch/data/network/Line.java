package org.borderwatch.data.network;

import org.jspecify.annotations.Nullable;

/** A line of the files that goes into the network, as a way, beside the ways, or both. */
final class Line {
  private static final long[] NO_REFS = {};

  private final @Nullable String label;
  private final @Nullable Road road;
  private final @Nullable Beside beside;
  private final long id;
  private long[] refs = NO_REFS;
  private int[] vertices = {};

  private Line(long id, @Nullable String label, @Nullable Road road, @Nullable Beside beside) {
    this.id = id;
    this.label = label;
    this.road = road;
    this.beside = beside;
  }

  /** A way of OpenStreetMap with the ids of its nodes. */
  static Line ofWay(long id, long[] refs, @Nullable Road road, @Nullable Beside beside) {
    Line line = new Line(id, null, road, beside);
    line.refs = refs;
    return line;
  }

  /** A line whose vertices have their numbers already. */
  static Line ofFeature(
      String label, int[] vertices, @Nullable Road road, @Nullable Beside beside) {
    Line line = new Line(0, label, road, beside);
    line.vertices = withoutRepeats(vertices);
    return line;
  }

  /** Finds the numbers of its vertices, and forgets the ids of its nodes. */
  void resolve(NodeStore.Finder finder) {
    int[] found = new int[refs.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = finder.find(refs[i]);
    }
    refs = NO_REFS;
    vertices = withoutRepeats(found);
  }

  /** A step that goes nowhere is none. */
  private static int[] withoutRepeats(int[] vertices) {
    int kept = 0;
    for (int i = 0; i < vertices.length; i++) {
      if (i == 0 || vertices[i] != vertices[kept - 1]) {
        vertices[kept++] = vertices[i];
      }
    }
    return kept == vertices.length ? vertices : java.util.Arrays.copyOf(vertices, kept);
  }

  long id() {
    return id;
  }

  @Nullable Road road() {
    return road;
  }

  @Nullable Beside beside() {
    return beside;
  }

  /**
   * Numbers of the vertices, no two alike in a row, with {@link Vertices#MISSING} and {@link
   * Vertices#BREAK} among them.
   */
  int[] vertices() {
    return vertices;
  }

  /** Where the piece ends that begins at an index: behind the last vertex before a gap. */
  int endOfPiece(int from) {
    int end = from;
    while (end < vertices.length && vertices[end] >= 0) {
      end++;
    }
    return end;
  }

  boolean lacksVertices() {
    for (int vertex : vertices) {
      if (vertex == Vertices.MISSING) {
        return true;
      }
    }
    return false;
  }

  String sourceRef() {
    return label == null ? "way/" + id : label;
  }
}
