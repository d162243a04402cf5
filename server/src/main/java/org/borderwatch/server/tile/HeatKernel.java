package org.borderwatch.server.tile;

import org.borderwatch.server.geo.WebMercator;

/**
 * Smooths counts to a density with a Gaussian whose standard deviation is a length on the ground.
 *
 * <p>Value: weight per square kilometre over the whole interval of the filter. The deviation in
 * pixels is that of each row's own latitude, so tiles agree along their edges; it never falls below
 * 1.5 pixels. Separable: first along rows, then along columns; O(cells * reach). Stateless, hence
 * thread-safe. Source: Silverman (1986), Density Estimation, section 4.2, with the kernel cut at
 * {@link HeatGrid#REACH_IN_SIGMAS}.
 */
final class HeatKernel {
  static final double MIN_SIGMA_PX = 1.5;

  private HeatKernel() {}

  /**
   * Standard deviation in pixels at that latitude, widened where it would fall below the smallest.
   */
  static double sigmaPx(double lat, int zoom, double bandwidthMetres) {
    return Math.max(MIN_SIGMA_PX, bandwidthMetres / WebMercator.metresPerPixel(lat, zoom));
  }

  /** Whether at that latitude the kernel is wider than what was asked for. */
  static boolean isWidened(double lat, int zoom, double bandwidthMetres) {
    return bandwidthMetres / WebMercator.metresPerPixel(lat, zoom) < MIN_SIGMA_PX;
  }

  /**
   * Density per km2 at the middle of each cell.
   *
   * @param grid shape and place of the cells
   * @param counts weight in each cell, row by row from the north
   * @param bandwidthMetres standard deviation on the ground
   */
  static double[] densityPerKm2(HeatGrid grid, double[] counts, double bandwidthMetres) {
    int columns = grid.columns();
    int rows = grid.rows();
    double[] alongRows = new double[counts.length];
    boolean[] filled = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      double[] weights = weights(sigmaCells(grid, row, bandwidthMetres));
      int start = row * columns;
      for (int column = 0; column < columns; column++) {
        double count = counts[start + column];
        if (count != 0) {
          filled[row] = true;
          spread(alongRows, start, columns, column, count, weights);
        }
      }
    }
    double[] density = new double[counts.length];
    for (int row = 0; row < rows; row++) {
      double sigmaCells = sigmaCells(grid, row, bandwidthMetres);
      double[] weights = weights(sigmaCells);
      double perKm2 = perKm2(grid, row, sigmaCells);
      int reach = weights.length - 1;
      for (int from = Math.max(0, row - reach); from <= Math.min(rows - 1, row + reach); from++) {
        if (filled[from]) {
          double weight = weights[Math.abs(from - row)] * perKm2;
          int source = from * columns;
          int target = row * columns;
          for (int column = 0; column < columns; column++) {
            density[target + column] += weight * alongRows[source + column];
          }
        }
      }
    }
    return density;
  }

  private static void spread(
      double[] into, int start, int columns, int column, double count, double[] weights) {
    int reach = weights.length - 1;
    int from = Math.max(0, column - reach);
    int to = Math.min(columns - 1, column + reach);
    for (int at = from; at <= to; at++) {
      into[start + at] += count * weights[Math.abs(at - column)];
    }
  }

  private static double sigmaCells(HeatGrid grid, int row, double bandwidthMetres) {
    return sigmaPx(grid.rowLatitude(row), grid.zoom(), bandwidthMetres) / grid.cellPixels();
  }

  /** exp(-d^2 / 2 sigma^2) for d = 0, 1, 2 ... cells. */
  private static double[] weights(double sigmaCells) {
    int reach = (int) Math.ceil(HeatGrid.REACH_IN_SIGMAS * sigmaCells);
    double[] weights = new double[reach + 1];
    for (int d = 0; d <= reach; d++) {
      weights[d] = Math.exp(-0.5 * d * d / (sigmaCells * sigmaCells));
    }
    return weights;
  }

  /** 1 / (2 pi sigma^2) with sigma in kilometres: what makes the kernel integrate to one. */
  private static double perKm2(HeatGrid grid, int row, double sigmaCells) {
    double cellKm =
        WebMercator.metresPerPixel(grid.rowLatitude(row), grid.zoom()) * grid.cellPixels() / 1000;
    double sigmaKm = sigmaCells * cellKm;
    return 1 / (2 * Math.PI * sigmaKm * sigmaKm);
  }
}
