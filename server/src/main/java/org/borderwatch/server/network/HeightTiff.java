package org.borderwatch.server.network;

import it.geosolutions.jaiext.range.NoDataContainer;
import java.awt.Rectangle;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.UnreadableFileException;
import org.borderwatch.data.network.HeightRaster;
import org.geotools.api.geometry.Bounds;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.util.CoverageUtilities;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/**
 * Heights from the first band of a GeoTIFF in degrees (WGS 84), north up, in metres; fractions are
 * rounded to whole metres. A pixel's height is that of its middle. Read block by block.
 */
final class HeightTiff {
  /** Nothing on Earth is higher or deeper; some files mark what isn't known by such a number. */
  private static final double MOST_METRES = 12_000;

  private HeightTiff() {}

  /** Whether a file begins as TIFF and BigTIFF do. */
  static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] begin = in.readNBytes(4);
      if (begin.length < 4) {
        return false;
      }
      boolean little = begin[0] == 'I' && begin[1] == 'I' && begin[3] == 0;
      boolean big = begin[0] == 'M' && begin[1] == 'M' && begin[2] == 0;
      int version = little ? begin[2] : begin[3];
      return (little || big) && (version == 42 || version == 43);
    }
  }

  /**
   * Its blocks, to be closed.
   *
   * @throws UnreadableFileException when it is in another system, or damaged
   */
  static HeightBlocks read(Path file) throws IOException {
    GeoTiffReader reader;
    GridCoverage2D coverage;
    try {
      reader = new GeoTiffReader(file.toFile());
      coverage = reader.read(new GeneralParameterValue[0]);
    } catch (IOException | RuntimeException broken) {
      throw new UnreadableFileException(
          FileProblem.BROKEN_TIFF, String.valueOf(broken.getMessage()));
    }
    requireDegrees(coverage.getCoordinateReferenceSystem2D());
    RenderedImage image = coverage.getRenderedImage();
    if (image.getWidth() < 2 || image.getHeight() < 2) {
      throw new UnreadableFileException(FileProblem.BROKEN_TIFF, "one row or column");
    }
    HeightBlocks.Cut cut = new HeightBlocks.Cut(image.getWidth(), image.getHeight());
    Place place = Place.of(coverage, image);
    NoDataContainer noData = CoverageUtilities.getNoDataProperty(coverage);
    double unknown = noData == null ? Double.NaN : noData.getAsSingleValue();
    return new HeightBlocks(
        cut.blocks(),
        number -> block(image, cut, number, place, unknown),
        () -> {
          coverage.dispose(true);
          reader.dispose();
        });
  }

  private static void requireDegrees(CoordinateReferenceSystem system) {
    if (!CRS.equalsIgnoreMetadata(system, DefaultGeographicCRS.WGS84)) {
      throw new UnreadableFileException(
          FileProblem.OTHER_CRS, system == null ? "?" : system.getName().getCode());
    }
  }

  /** The middle of the first pixel, and the size of one, in degrees. */
  private record Place(double west, double north, double lonStep, double latStep) {
    static Place of(GridCoverage2D coverage, RenderedImage image) {
      Bounds bounds = coverage.getEnvelope();
      double lonStep = bounds.getSpan(0) / image.getWidth();
      double latStep = bounds.getSpan(1) / image.getHeight();
      return new Place(
          bounds.getMinimum(0) + lonStep / 2, bounds.getMaximum(1) - latStep / 2, lonStep, latStep);
    }
  }

  private static Optional<HeightRaster> block(
      RenderedImage image, HeightBlocks.Cut cut, int number, Place place, double unknown) {
    int columns = cut.columns(number);
    int rows = cut.rows(number);
    Rectangle part =
        new Rectangle(
            image.getMinX() + cut.firstColumn(number),
            image.getMinY() + cut.firstRow(number),
            columns,
            rows);
    Raster pixels = image.getData(part);
    double[] heights = pixels.getSamples(part.x, part.y, columns, rows, 0, (double[]) null);
    short[] metres = new short[heights.length];
    for (int i = 0; i < heights.length; i++) {
      boolean known = heights[i] != unknown && Math.abs(heights[i]) <= MOST_METRES;
      metres[i] = known ? (short) Math.rint(heights[i]) : HeightRaster.VOID;
    }
    return HeightBlocks.known(
        new HeightRaster(
            place.west() + cut.firstColumn(number) * place.lonStep(),
            place.north() - cut.firstRow(number) * place.latStep(),
            place.lonStep(),
            place.latStep(),
            columns,
            metres));
  }
}
