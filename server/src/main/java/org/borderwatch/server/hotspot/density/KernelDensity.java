package org.borderwatch.server.hotspot.density;

import org.borderwatch.server.compute.Crew;

/**
 * How much weight lies around each place: the sum over all points of weight times {@link Kernel},
 * per square kilometre, at the middle of each cell of a raster.
 *
 * <p>All lengths are metres in one projected CRS. Points outside of the raster count as far as
 * their kernel reaches into it; a Gaussian is taken to end at five deviations, where it has fallen
 * to 4e-6 of its peak. No points, or only weights of 0, give 0 everywhere. Where all kernels lie
 * inside and the bandwidth is two cells or more, the sum of all cells times their area is the total
 * weight.
 *
 * <p>Error: {@link Kernel#QUARTIC} is exact to rounding. {@link Kernel#GAUSSIAN} is exact but for
 * its end, or, where that is less work, within 1e-4 of the peak ({@link NodeSum}).
 *
 * <p>Source: Silverman (1986), Density Estimation for Statistics and Data Analysis, section 4.2.
 * Cost for n points, c cells and a bandwidth of b cells: Gaussian O(n + c), and less for few points
 * under narrow kernels; quartic O(n b + c). The result does not depend on the number of threads.
 * Stateless, hence thread-safe.
 */
public final class KernelDensity {
  private static final double SQUARE_METRES_PER_KM2 = 1e6;

  /** A bandwidth may be so many cells. */
  private static final int MOST_CELLS = 1 << 16;

  private KernelDensity() {}

  /**
   * Weight per square kilometre, row by row from the north.
   *
   * @param x metres east of each point
   * @param y metres north
   * @param weight of each point, 0 or more
   * @param bandwidthMetres h of the kernel, above 0
   * @throws IllegalArgumentException when something isn't as said here
   * @throws java.util.concurrent.CancellationException when {@code crew} was cancelled
   */
  public static double[] of(
      double[] x,
      double[] y,
      double[] weight,
      DensityRaster raster,
      Kernel kernel,
      double bandwidthMetres,
      Crew crew) {
    if (!(bandwidthMetres > 0 && bandwidthMetres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "bandwidthMetres is %s; expected a length above 0".formatted(bandwidthMetres));
    }
    if (bandwidthMetres > MOST_CELLS * raster.cellMetres()) {
      throw new IllegalArgumentException(
          "bandwidthMetres is %s, more than %d cells; take larger cells"
              .formatted(bandwidthMetres, MOST_CELLS));
    }
    RasterPoints points = RasterPoints.of(x, y, weight, raster);
    double bandwidth = bandwidthMetres / raster.cellMetres();
    double squareKm = bandwidthMetres * bandwidthMetres / SQUARE_METRES_PER_KM2;
    if (kernel == Kernel.QUARTIC) {
      return QuarticSum.of(points, raster, bandwidth, 3 / (Math.PI * squareKm), crew);
    }
    double peak = 1 / (2 * Math.PI * squareKm);
    return NodeSum.isLessWork(points.size(), raster, bandwidth)
        ? NodeSum.of(points, raster, bandwidth, peak, crew)
        : GaussianSum.of(points, raster, bandwidth, peak, crew);
  }
}
