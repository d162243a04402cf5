package org.borderwatch.server.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.media.jai.RasterFactory;
import org.borderwatch.data.detection.UnreadableFileException;
import org.borderwatch.data.network.ElevationGrid;
import org.borderwatch.data.network.HeightRaster;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeightBlocksTest {
  @TempDir Path folder;

  @Test
  void blocksTogetherKnowWhatTheWholeKnew() {
    int columns = 2 * HeightBlocks.STEPS + 40;
    int rows = HeightBlocks.STEPS + 1;
    short[] metres = new short[columns * rows];
    for (int i = 0; i < metres.length; i++) {
      metres[i] = (short) (i % columns + i / columns / 4);
    }
    HeightRaster whole = new HeightRaster(106, 22, 0.0005, 0.0004, columns, metres);
    HeightBlocks blocks = HeightBlocks.of(whole);
    assertThat(blocks.blocks()).isEqualTo(3);
    List<HeightRaster> rasters =
        IntStream.range(0, blocks.blocks())
            .mapToObj(i -> blocks.block().apply(i).orElseThrow())
            .toList();
    ElevationGrid together =
        (lon, lat) ->
            rasters.stream()
                .map(raster -> raster.heightMetres(lon, lat))
                .filter(height -> !height.isNaN())
                .findFirst()
                .orElse(Float.NaN);
    for (int i = 0; i < 2_000; i++) {
      double lon = 106 + 0.0005 * (columns - 1) * (i / 1_999.0);
      double lat = 22 - 0.0004 * (rows - 1) * (i * 7 % 1_999 / 1_998.0);
      assertThat(together.heightMetres(lon, lat)).isEqualTo(whole.heightMetres(lon, lat));
    }
  }

  @Test
  void aBlockWithoutAnyHeightIsLeftOut() {
    short[] metres = {HeightRaster.VOID, HeightRaster.VOID, HeightRaster.VOID, HeightRaster.VOID};
    HeightBlocks blocks = HeightBlocks.of(new HeightRaster(106, 22, 1, 1, 2, metres));
    assertThat(blocks.block().apply(0)).isEmpty();
  }

  @Test
  void packedHeightsComeBack() {
    short[] metres = {0, 3_143, -32_768, 32_767, -5};
    assertThat(PackedHeights.unpack(PackedHeights.pack(metres), 5)).isEqualTo(metres);
    assertThatThrownBy(() -> PackedHeights.unpack(PackedHeights.pack(metres), 6))
        .hasMessage("a tile of elevation has 10 bytes");
  }

  @Test
  void aGeoTiffInDegreesHasTheHeightsOfItsPixels() throws Exception {
    Path file =
        tiff(new ReferencedEnvelope(106, 107, 21, 21.5, DefaultGeographicCRS.WGS84), "a.tif");
    try (HeightBlocks blocks = HeightBlocks.of(file, "a.tif")) {
      HeightRaster raster = blocks.block().apply(0).orElseThrow();
      assertThat(raster.columns()).isEqualTo(100);
      assertThat(raster.rows()).isEqualTo(50);
      // Pixels of 0.01 degrees: the middle of the first is half of that inside.
      assertThat(raster.heightMetres(106.005, 21.495)).isEqualTo(0);
      assertThat(raster.heightMetres(106.995, 21.005)).isEqualTo(99 + 49);
      assertThat(raster.heightMetres(106.105, 21.395)).isEqualTo(10 + 10);
      assertThat(raster.heightMetres(107.1, 21.2)).isNaN();
    }
  }

  @Test
  void aGeoTiffInMetresIsRefusedWithTheRemedy() throws Exception {
    Path file =
        tiff(
            new ReferencedEnvelope(
                500_000, 600_000, 2_300_000, 2_350_000, CRS.decode("EPSG:32648", true)),
            "utm.tif");
    assertThatThrownBy(() -> HeightBlocks.of(file, "utm.tif"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("UTM zone 48N")
        .hasMessageContaining("EPSG:4326");
  }

  @Test
  void aTiffThatBreaksOffIsToldSo() throws IOException {
    Path file = folder.resolve("half.tif");
    Files.write(file, new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 1});
    assertThatThrownBy(() -> HeightBlocks.of(file, "half.tif"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("gdal_translate");
  }

  /** Column plus row as height. */
  private Path tiff(ReferencedEnvelope where, String name) throws IOException {
    WritableRaster pixels =
        RasterFactory.createBandedRaster(DataBuffer.TYPE_FLOAT, 100, 50, 1, null);
    for (int row = 0; row < 50; row++) {
      for (int column = 0; column < 100; column++) {
        pixels.setSample(column, row, 0, column + row + 0.3f);
      }
    }
    GridCoverage2D coverage = new GridCoverageFactory().create("heights", pixels, where);
    Path file = folder.resolve(name);
    GeoTiffWriter writer = new GeoTiffWriter(file.toFile());
    writer.write(coverage, null);
    writer.dispose();
    return file;
  }
}
