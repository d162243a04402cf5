package org.borderwatch.bench.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;

/**
 * Gi* as one writes it with what there is, in the way of PySAL and spdep: lists of neighbours from
 * a k-d tree (here that of JTS), then a loop over the lists. On all cores, nothing slowed down.
 */
final class PlainGiStar {
  private PlainGiStar() {}

  /** Neighbours of each place, itself among them. */
  static int[][] neighbours(double[] x, double[] y, double band) {
    KdTree tree = new KdTree();
    for (int i = 0; i < x.length; i++) {
      tree.insert(new Coordinate(x[i], y[i]), i);
    }
    int[][] neighbours = new int[x.length][];
    IntStream.range(0, x.length)
        .parallel()
        .forEach(
            i -> {
              Envelope box = new Envelope(x[i] - band, x[i] + band, y[i] - band, y[i] + band);
              List<Integer> near = new ArrayList<>();
              tree.query(
                  box,
                  node -> {
                    if (Math.hypot(node.getX() - x[i], node.getY() - y[i]) <= band) {
                      near.add(number(node));
                    }
                  });
              neighbours[i] = near.stream().mapToInt(Integer::intValue).toArray();
            });
    return neighbours;
  }

  /** The hexagons within so many rings, cell by cell. */
  static int[][] hexagons(int columns, int rows, int rings) {
    int[][] neighbours = new int[columns * rows][];
    IntStream.range(0, columns * rows)
        .parallel()
        .forEach(
            i -> {
              int[] near = new int[3 * rings * (rings + 1) + 1];
              int count = 0;
              for (int step = -rings; step <= rings; step++) {
                int row = i / columns + step;
                // In halves of a cell, as every second row is shifted.
                int middle = 2 * (i % columns) + (i / columns & 1) - (row & 1);
                int reach = 2 * rings - Math.abs(step);
                for (int half = middle - reach; half <= middle + reach; half += 2) {
                  if (row >= 0 && row < rows && half >= 0 && half < 2 * columns) {
                    near[count++] = row * columns + half / 2;
                  }
                }
              }
              neighbours[i] = Arrays.copyOf(near, count);
            });
    return neighbours;
  }

  /** The scores. */
  static double[] scores(double[] values, int[][] neighbours) {
    int n = values.length;
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / n;
    double s = Math.sqrt(squares / n - mean * mean);
    double[] z = new double[n];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              double near = 0;
              for (int j : neighbours[i]) {
                near += values[j];
              }
              double w = neighbours[i].length;
              z[i] = (near - w * mean) / (s * Math.sqrt((n * w - w * w) / (n - 1)));
            });
    return z;
  }

  private static int number(KdNode node) {
    return (Integer) node.getData();
  }
}
