package org.borderwatch.data.border;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the piece of border nearest to a point: a tree of boxes over runs of consecutive pieces,
 * searched nearest box first. Neighbours along a line are neighbours on the ground, so the tree
 * needs no sorting to be tight. About 100 boxes and 20 pieces are looked at near the border.
 * Immutable.
 */
final class NearestPiece {
  private static final int FANOUT = 8;

  private final BorderPieces pieces;

  /** Nodes by level, leaves first; children of one node are neighbours. */
  private final int leaves;

  private final int roots;
  private final int[] first;
  private final int[] count;

  /** Six numbers a node: least x, y, z, then greatest. */
  private final double[] boxes;

  NearestPiece(BorderPieces pieces) {
    this.pieces = pieces;
    List<int[]> nodes = new ArrayList<>();
    for (int l = 0; l < pieces.lineCount(); l++) {
      int end = pieces.lineStart(l + 1) - 1;
      for (int p = pieces.lineStart(l); p < end; p += FANOUT) {
        nodes.add(new int[] {p, Math.min(FANOUT, end - p)});
      }
    }
    leaves = nodes.size();
    int levelStart = 0;
    int levelEnd = leaves;
    while (levelEnd - levelStart > FANOUT) {
      for (int n = levelStart; n < levelEnd; n += FANOUT) {
        nodes.add(new int[] {n, Math.min(FANOUT, levelEnd - n)});
      }
      levelStart = levelEnd;
      levelEnd = nodes.size();
    }
    roots = levelEnd - levelStart;
    first = nodes.stream().mapToInt(node -> node[0]).toArray();
    count = nodes.stream().mapToInt(node -> node[1]).toArray();
    boxes = new double[6 * first.length];
    for (int n = 0; n < first.length; n++) {
      for (int axis = 0; axis < 3; axis++) {
        fillBox(n, axis);
      }
    }
  }

  private void fillBox(int node, int axis) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    if (node < leaves) {
      for (int p = first[node]; p <= first[node] + count[node]; p++) {
        least = Math.min(least, pieces.coordinate(p, axis));
        greatest = Math.max(greatest, pieces.coordinate(p, axis));
      }
    } else {
      for (int child = first[node]; child < first[node] + count[node]; child++) {
        least = Math.min(least, boxes[6 * child + axis]);
        greatest = Math.max(greatest, boxes[6 * child + 3 + axis]);
      }
    }
    boxes[6 * node + axis] = least;
    boxes[6 * node + 3 + axis] = greatest;
  }

  /** The nearest piece and how far along it; a point equally near to two may get either. */
  Found to(EarthPoint point) {
    Search search = new Search(point);
    search.push(first.length - roots, roots);
    while (search.size > 0) {
      int node = search.nodes[--search.size];
      if (search.distances[search.size] >= search.best) {
        continue;
      }
      if (node < leaves) {
        search.look(first[node], count[node]);
      } else {
        search.push(first[node], count[node]);
      }
    }
    return new Found(search.bestPiece, search.bestAlong);
  }

  record Found(int piece, double along) {}

  /** One search: a stack of boxes still to open, the nearest on top. */
  private final class Search {
    private final double x;
    private final double y;
    private final double z;
    private final int[] nodes = new int[12 * FANOUT];
    private final double[] distances = new double[12 * FANOUT];
    private int size;
    private double best = Double.POSITIVE_INFINITY;
    private int bestPiece = -1;
    private double bestAlong;

    Search(EarthPoint point) {
      x = point.x();
      y = point.y();
      z = point.z();
    }

    void push(int from, int howMany) {
      int bottom = size;
      for (int node = from; node < from + howMany; node++) {
        double distance = squaredMetresToBox(node);
        if (distance < best) {
          insert(bottom, node, distance);
        }
      }
    }

    private void insert(int bottom, int node, double distance) {
      int at = size++;
      while (at > bottom && distances[at - 1] < distance) {
        distances[at] = distances[at - 1];
        nodes[at] = nodes[at - 1];
        at--;
      }
      distances[at] = distance;
      nodes[at] = node;
    }

    private double squaredMetresToBox(int node) {
      int at = 6 * node;
      double dx = Math.max(0, Math.max(boxes[at] - x, x - boxes[at + 3]));
      double dy = Math.max(0, Math.max(boxes[at + 1] - y, y - boxes[at + 4]));
      double dz = Math.max(0, Math.max(boxes[at + 2] - z, z - boxes[at + 5]));
      return dx * dx + dy * dy + dz * dz;
    }

    void look(int from, int howMany) {
      for (int piece = from; piece < from + howMany; piece++) {
        double along = pieces.nearestAlong(piece, x, y, z);
        double distance = pieces.squaredMetres(piece, along, x, y, z);
        if (distance < best) {
          best = distance;
          bestPiece = piece;
          bestAlong = along;
        }
      }
    }
  }
}
