package org.borderwatch.server.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The packed Hilbert R-tree of FlatGeobuf: features along a Hilbert curve, sixteen to a node, nodes
 * sixteen to a node above, without gaps; the root stands first. Boxes and places are arrays of
 * numbers: about 60 bytes a feature.
 *
 * <p>O(n log n). First {@link #add} all, then the rest. Not for several threads.
 */
final class PackedTree {
  static final int NODE_SIZE = 16;

  private static final int BOX = 4;
  private static final int NODE_BYTES = 40;

  /** Squares along each side of the curve, less one. */
  private static final int FAR = 0xFFFF;

  private final double[] boxes;
  private final long[] offsets;
  private final int[] lengths;
  private final Envelope bounds;
  private int size;
  private long next;
  private long[] order = new long[0];

  /** An empty one for {@code features} features within {@code bounds}. */
  PackedTree(int features, Envelope bounds) {
    this.boxes = new double[BOX * features];
    this.offsets = new long[features];
    this.lengths = new int[features];
    this.bounds = bounds;
  }

  /** Adds the feature that lies {@code length} bytes long behind the one before. */
  void add(Envelope box, int length) {
    boxes[BOX * size] = box.getMinX();
    boxes[BOX * size + 1] = box.getMinY();
    boxes[BOX * size + 2] = box.getMaxX();
    boxes[BOX * size + 3] = box.getMaxY();
    offsets[size] = next;
    lengths[size] = length;
    next += length;
    size++;
  }

  /** Where a feature lies in the order in which they were added. */
  @FunctionalInterface
  interface Place {
    void take(long offset, int length) throws IOException;
  }

  /** Gives the features in the order of the tree. */
  void forEachInOrder(Place place) throws IOException {
    for (long one : order()) {
      int feature = (int) one;
      place.take(offsets[feature], lengths[feature]);
    }
  }

  /** Place on the curve in the upper half, number of the feature in the lower. */
  private long[] order() {
    if (order.length != size) {
      order = new long[size];
      double width = Math.max(bounds.getWidth(), Double.MIN_NORMAL);
      double height = Math.max(bounds.getHeight(), Double.MIN_NORMAL);
      for (int i = 0; i < size; i++) {
        double x = (boxes[BOX * i] + boxes[BOX * i + 2]) / 2;
        double y = (boxes[BOX * i + 1] + boxes[BOX * i + 3]) / 2;
        int column = (int) (FAR * ((x - bounds.getMinX()) / width));
        int row = (int) (FAR * ((y - bounds.getMinY()) / height));
        order[i] = hilbert(column, row) << 32 | i;
      }
      Arrays.sort(order);
    }
    return order;
  }

  /** Steps along the curve to a square (Hilbert 1891); below 2 to the 31st, so that longs sort. */
  private static long hilbert(int column, int row) {
    int x = column >> 1;
    int y = row >> 1;
    long steps = 0;
    for (int side = 1 << 14; side > 0; side >>= 1) {
      int right = (x & side) > 0 ? 1 : 0;
      int up = (y & side) > 0 ? 1 : 0;
      steps += (long) side * side * ((3 * right) ^ up);
      if (up == 0) {
        if (right == 1) {
          x = FAR / 2 - x;
          y = FAR / 2 - y;
        }
        int swap = x;
        x = y;
        y = swap;
      }
    }
    return steps;
  }

  /** Writes all nodes, those of the features last. */
  void write(OutputStream out) throws IOException {
    List<double[]> levels = new ArrayList<>();
    double[] leaves = new double[BOX * size];
    long[] sorted = order();
    for (int i = 0; i < size; i++) {
      System.arraycopy(boxes, BOX * (int) sorted[i], leaves, BOX * i, BOX);
    }
    levels.add(leaves);
    // A single feature has a root above it too.
    do {
      levels.add(above(levels.get(levels.size() - 1)));
    } while (levels.get(levels.size() - 1).length > BOX);
    long firstOfBelow = 0;
    for (int level = levels.size() - 1; level > 0; level--) {
      double[] nodes = levels.get(level);
      firstOfBelow += nodes.length / BOX;
      for (int i = 0; i < nodes.length / BOX; i++) {
        node(nodes, i, firstOfBelow + (long) i * NODE_SIZE, out);
      }
    }
    long place = 0;
    for (int i = 0; i < size; i++) {
      node(leaves, i, place, out);
      place += lengths[(int) sorted[i]];
    }
  }

  private static double[] above(double[] below) {
    int count = below.length / BOX;
    double[] nodes = new double[BOX * ((count + NODE_SIZE - 1) / NODE_SIZE)];
    for (int i = 0; i < count; i++) {
      int node = BOX * (i / NODE_SIZE);
      if (i % NODE_SIZE == 0) {
        System.arraycopy(below, BOX * i, nodes, node, BOX);
      } else {
        nodes[node] = Math.min(nodes[node], below[BOX * i]);
        nodes[node + 1] = Math.min(nodes[node + 1], below[BOX * i + 1]);
        nodes[node + 2] = Math.max(nodes[node + 2], below[BOX * i + 2]);
        nodes[node + 3] = Math.max(nodes[node + 3], below[BOX * i + 3]);
      }
    }
    return nodes;
  }

  private static void node(double[] nodes, int i, long offset, OutputStream out)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(NODE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int side = 0; side < BOX; side++) {
      bytes.putDouble(nodes[BOX * i + side]);
    }
    out.write(bytes.putLong(offset).array());
  }
}
