package org.borderwatch.server.hotspot.local;

import java.util.Arrays;
import org.borderwatch.server.compute.Crew;

/**
 * The sums of each row of a raster from its left end on, so that what lies in a window is a
 * difference of two of them. Rows are padded at both ends by the reach of the window: beyond an end
 * nothing is added, and no column is asked whether it is near one.
 */
final class RowSums {
  private final int columns;
  private final int rows;
  private final RasterWindow window;
  private final int pad;
  private final double[][] sums;
  private final int[][] counts;

  RowSums(Centred centred, int columns, int rows, RasterWindow window, Crew crew) {
    this.columns = columns;
    this.rows = rows;
    this.window = window;
    this.pad = Math.min(window.columns(), columns);
    this.sums = new double[rows][];
    this.counts = new int[rows][];
    crew.each(rows, row -> fill(row, centred.values));
  }

  private void fill(int row, double[] values) {
    int length = pad + columns + 1 + pad;
    double[] sum = new double[length];
    int[] count = new int[length];
    double so = 0;
    int many = 0;
    for (int column = 0; column < columns; column++) {
      double value = values[row * columns + column];
      if (!Double.isNaN(value)) {
        so += value;
        many++;
      }
      sum[pad + column + 1] = so;
      count[pad + column + 1] = many;
    }
    Arrays.fill(sum, pad + columns + 1, length, so);
    Arrays.fill(count, pad + columns + 1, length, many);
    sums[row] = sum;
    counts[row] = count;
  }

  /** Adds, for each cell of a row, the values in its window, and how many they are. */
  void around(int row, double[] sum, int[] count) {
    int first = Math.max(0, row - window.rows());
    int last = Math.min(rows - 1, row + window.rows());
    for (int other = first; other <= last; other++) {
      int from = pad + Math.max(-pad, window.from(row, other));
      int until = pad + Math.min(pad + 1, window.until(row, other));
      double[] rowSum = sums[other];
      int[] rowCount = counts[other];
      for (int column = 0; column < columns; column++) {
        sum[column] += rowSum[column + until] - rowSum[column + from];
      }
      for (int column = 0; column < columns; column++) {
        count[column] += rowCount[column + until] - rowCount[column + from];
      }
    }
  }
}
