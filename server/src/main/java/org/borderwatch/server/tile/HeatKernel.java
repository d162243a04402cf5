package org.borderwatch.server.tile;

import org.borderwatch.server.detection.column.CellGrid;
import org.borderwatch.server.geo.WebMercator;

/**
 * Smooths counts to a density with a Gaussian whose standard deviation is a length on the ground.
 *
 * <p>Value: weight per square kilometre over the whole interval of the filter. The deviation in
 * pixels is that of each row's own latitude; it never falls below 1.5 pixels. Separable: first
 * along rows, then along columns; O(cells * reach). Source: Silverman (1986), Density Estimation,
 * section 4.2, with the kernel cut at four deviations.
 *
 * <p>What a cell gets is added up in the order of the world's rows and columns, and empty cells
 * that one grid has and another hasn't add exactly nothing. So two grids that share a cell agree on
 * its last bit. Used once, by one thread.
 */
public final class HeatKernel {
  static final double MIN_SIGMA_PX = 1.5;

  /** The kernel ends here; beyond lies 0.03 % of its peak. */
  private static final double REACH_IN_SIGMAS = 4;

  /** Terms that are added in one pass over a row. */
  private static final int TERMS = 4;

  private final HeatGrid grid;
  private final double bandwidthMetres;
  private final int width;

  /** By row of the grid, the margin included: smoothed along itself, null where it is empty. */
  private final float[][] smoothed;

  /** Of each smoothed row, the first column and that after the last that aren't zero. */
  private final int[] from;

  private final int[] until;
  private final float[] nothing;

  private HeatKernel(HeatGrid grid, double bandwidthMetres) {
    this.grid = grid;
    this.bandwidthMetres = bandwidthMetres;
    this.width = grid.columns();
    int rows = grid.rows() + 2 * grid.marginRows();
    this.smoothed = new float[rows][];
    this.from = new int[rows];
    this.until = new int[rows];
    this.nothing = new float[width];
  }

  /**
   * Standard deviation in pixels at that latitude, widened where it would fall below the smallest.
   */
  static double sigmaPx(double lat, int zoom, double bandwidthMetres) {
    return Math.max(MIN_SIGMA_PX, bandwidthMetres / WebMercator.metresPerPixel(lat, zoom));
  }

  /** How many cells the kernel reaches to on either side. */
  static int reach(double sigmaCells) {
    return (int) Math.ceil(REACH_IN_SIGMAS * sigmaCells);
  }

  /**
   * Density per km2 at the middle of each cell that the picture needs, by row from the north.
   *
   * @param grid shape and place of the cells
   * @param counts weight in each of {@link HeatGrid#cells()}, row by row from the north
   * @param bandwidthMetres standard deviation on the ground
   */
  public static float[][] densityPerKm2(HeatGrid grid, long[] counts, double bandwidthMetres) {
    HeatKernel kernel = new HeatKernel(grid, bandwidthMetres);
    kernel.alongRows(counts);
    return kernel.alongColumns();
  }

  private void alongRows(long[] counts) {
    CellGrid cells = grid.cells();
    float[] line = new float[cells.columns() + TERMS];
    float[][] shifted = new float[TERMS][width];
    for (int row = 0; row < cells.rows(); row++) {
      int start = row * cells.columns();
      int first = 0;
      while (first < cells.columns() && counts[start + first] == 0) {
        first++;
      }
      if (first == cells.columns()) {
        continue;
      }
      int last = cells.columns() - 1;
      while (counts[start + last] == 0) {
        last--;
      }
      for (int column = 0; column < cells.columns(); column++) {
        line[column] = counts[start + column];
      }
      alongRow(row, line, first, last, shifted);
    }
  }

  private void alongRow(int row, float[] line, int first, int last, float[][] shifted) {
    double sigmaCells = grid.sigmaCells(row - grid.marginRows(), bandwidthMetres);
    int reach = reach(sigmaCells);
    int spread = grid.marginColumns() - reach;
    from[row] = Math.max(0, first - spread - 2 * reach);
    until[row] = Math.min(width, last - spread + 1);
    if (from[row] >= until[row]) {
      return;
    }
    float[] weights = weights(sigmaCells, 1);
    float[] into = new float[width];
    for (int term = 0; term <= 2 * reach; term += TERMS) {
      // Column c takes from c + shift on; only columns that find something there are gone through.
      int shift = spread + term;
      int begin = Math.max(0, first - shift - TERMS + 1);
      int end = Math.min(width, last - shift + 1);
      if (begin < end) {
        for (int i = 0; i < TERMS; i++) {
          // The compiler makes vectors only of arrays that are read at the same place: copying
          // first is twice as fast as reading at a distance.
          System.arraycopy(line, begin + shift + i, shifted[i], begin, end - begin);
        }
        add(into, begin, end, shifted, weights, term);
      }
    }
    smoothed[row] = into;
  }

  private float[][] alongColumns() {
    float[][] density = new float[grid.rows()][width];
    float[][] sources = new float[TERMS][];
    float[] factors = new float[TERMS];
    for (int row = 0; row < grid.rows(); row++) {
      double sigmaCells = grid.sigmaCells(row, bandwidthMetres);
      int reach = reach(sigmaCells);
      int top = row + grid.marginRows() - reach;
      float[] weights = null;
      int taken = 0;
      int begin = width;
      int end = 0;
      for (int i = 0; i <= 2 * reach; i++) {
        float[] source = smoothed[top + i];
        if (source == null) {
          continue;
        }
        if (weights == null) {
          weights = weights(sigmaCells, perKm2(row, sigmaCells));
        }
        sources[taken] = source;
        factors[taken++] = weights[i];
        begin = Math.min(begin, from[top + i]);
        end = Math.max(end, until[top + i]);
        if (taken == TERMS) {
          add(density[row], begin, end, sources, factors, 0);
          taken = 0;
          begin = width;
          end = 0;
        }
      }
      if (taken > 0) {
        while (taken < TERMS) {
          sources[taken++] = nothing;
        }
        add(density[row], begin, end, sources, factors, 0);
      }
    }
    return density;
  }

  /** Adds four rows times their factors, one after the other, to a fifth. */
  private static void add(
      float[] into, int begin, int end, float[][] sources, float[] factors, int factor) {
    float[] a = sources[0];
    float[] b = sources[1];
    float[] c = sources[2];
    float[] d = sources[3];
    float fa = factors[factor];
    float fb = factors[factor + 1];
    float fc = factors[factor + 2];
    float fd = factors[factor + 3];
    for (int i = begin; i < end; i++) {
      into[i] = into[i] + fa * a[i] + fb * b[i] + fc * c[i] + fd * d[i];
    }
  }

  /**
   * {@code peak} * exp(-d^2 / 2 sigma^2) for d = -reach to reach cells, then zeros to a multiple of
   * the terms of a pass.
   */
  private static float[] weights(double sigmaCells, double peak) {
    int reach = reach(sigmaCells);
    float[] weights = new float[(2 * reach / TERMS + 1) * TERMS];
    // exp(-a (d + 1)^2) = exp(-a d^2) * exp(-a (2 d + 1)), and that factor falls by exp(-2 a).
    double fall = Math.exp(-1 / (sigmaCells * sigmaCells));
    double step = Math.exp(-0.5 / (sigmaCells * sigmaCells));
    double weight = peak;
    for (int d = 0; d <= reach; d++) {
      weights[reach - d] = (float) weight;
      weights[reach + d] = (float) weight;
      weight *= step;
      step *= fall;
    }
    return weights;
  }

  /** 1 / (2 pi sigma^2) with sigma in kilometres: what makes the kernel integrate to one. */
  private double perKm2(int row, double sigmaCells) {
    double cellKm =
        WebMercator.metresPerPixel(grid.rowLatitude(row), grid.zoom()) * grid.cellPixels() / 1000;
    double sigmaKm = sigmaCells * cellKm;
    return 1 / (2 * Math.PI * sigmaKm * sigmaKm);
  }
}
