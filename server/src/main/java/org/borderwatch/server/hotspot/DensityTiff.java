package org.borderwatch.server.hotspot;

import it.geosolutions.jaiext.range.NoDataContainer;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.media.jai.RasterFactory;
import org.borderwatch.server.hotspot.density.DensityRaster;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.coverage.util.CoverageUtilities;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;

/**
 * A density as a GeoTIFF of one band of 32-bit floats. What it says stands in the tag
 * ImageDescription, where GDAL and QGIS show it.
 */
final class DensityTiff {
  /** No density is below 0. */
  static final double NO_DATA = -1;

  /** TIFF's number of ImageDescription. */
  private static final String IMAGE_DESCRIPTION = "270";

  private DensityTiff() {}

  /** The file. */
  static byte[] bytes(double[] density, DensityRaster raster, String epsg, String about) {
    WritableRaster pixels =
        RasterFactory.createBandedRaster(
            DataBuffer.TYPE_FLOAT, raster.columns(), raster.rows(), 1, null);
    for (int row = 0; row < raster.rows(); row++) {
      for (int column = 0; column < raster.columns(); column++) {
        pixels.setSample(column, row, 0, (float) density[row * raster.columns() + column]);
      }
    }
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      GridCoverageFactory coverages = new GridCoverageFactory();
      ReferencedEnvelope where = envelope(raster, CRS.decode(epsg, true));
      Map<String, Object> properties = new HashMap<>();
      CoverageUtilities.setNoDataProperty(properties, new NoDataContainer(NO_DATA));
      GridCoverage2D plain = coverages.create("density", pixels, where);
      GridCoverage2D coverage =
          coverages.create(
              "density",
              plain.getRenderedImage(),
              where,
              plain.getSampleDimensions(),
              null,
              properties);
      GeoTiffWriter writer = new GeoTiffWriter(bytes);
      writer.setMetadataValue(IMAGE_DESCRIPTION, about);
      writer.write(coverage, null);
      writer.dispose();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FactoryException unknown) {
      throw new IllegalStateException(epsg + " is missing in the register", unknown);
    }
  }

  private static ReferencedEnvelope envelope(
      DensityRaster raster, CoordinateReferenceSystem system) {
    return new ReferencedEnvelope(
        raster.minX(),
        raster.minX() + raster.columns() * raster.cellMetres(),
        raster.maxY() - raster.rows() * raster.cellMetres(),
        raster.maxY(),
        system);
  }
}
