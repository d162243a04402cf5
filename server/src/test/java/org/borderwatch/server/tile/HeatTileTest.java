package org.borderwatch.server.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.borderwatch.server.tile.HeatKernelTest.scattered;
import static org.borderwatch.server.tile.HeatKernelTest.tileAt;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.borderwatch.server.detection.column.CellGrid;
import org.borderwatch.server.geo.TileCoord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatTileTest {
  private static final int DRAWN = HeatGrid.DRAWN_PIXELS;

  /** Widened at zoom 5 and 8, a cell a pixel at 10, of several pixels from 11 or 12 on. */
  @ParameterizedTest
  @CsvSource({
    "5, 1500",
    "8, 500",
    "10, 500",
    "10, 1500",
    "11, 500",
    "12, 500",
    "12, 1500",
    "15, 1500",
    "16, 500",
    "9, 50000"
  })
  void neighboursAgreeToTheLastBitWhereTheyMeet(int zoom, double bandwidthMetres) {
    TileCoord tile = tileAt(zoom);
    TileCoord east = new TileCoord(zoom, tile.row(), tile.col() + 1);
    TileCoord south = new TileCoord(zoom, tile.row() + 1, tile.col());
    for (double share : new double[] {0.02, 0.5}) {
      HeatScale scale = middleScale(tile, share, bandwidthMetres);
      byte[] own = classes(tile, share, bandwidthMetres, scale);
      byte[] right = classes(east, share, bandwidthMetres, scale);
      byte[] below = classes(south, share, bandwidthMetres, scale);
      int different = 0;
      for (int i = 0; i < DRAWN; i++) {
        for (int line = 0; line < 2; line++) {
          different += own[i * DRAWN + 256 + line] == right[i * DRAWN + line] ? 0 : 1;
          different += own[(256 + line) * DRAWN + i] == below[line * DRAWN + i] ? 0 : 1;
        }
      }
      assertThat(different).as("pixels on which two tiles differ").isZero();
      assertThat(Arrays.equals(own, new byte[DRAWN * DRAWN])).as("nothing is drawn").isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"5, 1500", "8, 500", "10, 500", "11, 500", "12, 1500", "15, 1500"})
  void neighboursAgreeOnTheDensityOfTheCellsThatTheyShare(int zoom, double bandwidthMetres) {
    TileCoord tile = tileAt(zoom);
    HeatGrid own = HeatGrid.of(tile, bandwidthMetres);
    float[][] density = density(own, bandwidthMetres);
    for (int down = 0; down < 2; down++) {
      HeatGrid other =
          HeatGrid.of(
              new TileCoord(zoom, tile.row() + down, tile.col() + 1 - down), bandwidthMetres);
      float[][] across = density(other, bandwidthMetres);
      int shared = 0;
      for (int row = 0; row < own.rows(); row++) {
        int otherRow = (int) (own.northCell() + row - other.northCell());
        for (int column = 0; column < own.columns(); column++) {
          int otherColumn = (int) (own.westCell() + column - other.westCell());
          if (otherRow >= 0
              && otherRow < other.rows()
              && otherColumn >= 0
              && otherColumn < other.columns()) {
            assertThat(density[row][column]).isEqualTo(across[otherRow][otherColumn]);
            shared++;
          }
        }
      }
      assertThat(shared).isGreaterThanOrEqualTo(2 * Math.min(own.rows(), own.columns()));
    }
  }

  private static float[][] density(HeatGrid grid, double bandwidthMetres) {
    return HeatKernel.densityPerKm2(grid, scattered(grid.cells(), 0.3, 7), bandwidthMetres);
  }

  private static byte[] classes(
      TileCoord tile, double share, double bandwidthMetres, HeatScale scale) {
    HeatGrid grid = HeatGrid.of(tile, bandwidthMetres);
    long[] counts = scattered(grid.cells(), share, 7);
    float[][] density = HeatKernel.densityPerKm2(grid, counts, bandwidthMetres);
    return HeatPicture.classes(tile, grid, density, scale);
  }

  /** A scale of which the tile's mean is the third step. */
  private static HeatScale middleScale(TileCoord tile, double share, double bandwidthMetres) {
    HeatGrid grid = HeatGrid.of(tile, bandwidthMetres);
    long[] counts = scattered(grid.cells(), share, 7);
    double sum = 0;
    for (float[] row : HeatKernel.densityPerKm2(grid, counts, bandwidthMetres)) {
      for (float value : row) {
        sum += value;
      }
    }
    double mean = sum / (grid.columns() * grid.rows());
    HeatScale scale = new HeatScale(1e-6);
    while (scale.bounds().get(2) < mean / 2) {
      scale = new HeatScale(scale.bounds().get(1));
    }
    return scale;
  }

  private static BufferedImage paint(TileCoord tile, long middle, HeatPalette palette)
      throws IOException {
    HeatTile heat = new HeatTile(tile, 1500);
    CellGrid cells = heat.cells();
    long[] counts = new long[cells.columns() * cells.rows()];
    counts[cells.rows() / 2 * cells.columns() + cells.columns() / 2] = middle;
    byte[] png = heat.png(counts, new HeatScale(2), palette);
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Test
  void aPixelIsExactlyTheSwatch() throws IOException {
    BufferedImage light = paint(tileAt(12), 100_000, HeatPalette.LIGHT);
    assertThat(light.getRGB(128, 128)).isEqualTo(0xff5a041c);
    assertThat(light.getWidth()).isEqualTo(256);
    BufferedImage dark = paint(tileAt(12), 100_000, HeatPalette.DARK);
    assertThat(dark.getRGB(128, 128)).isEqualTo(0xfffff2a6);
  }

  @Test
  void theFirstClassEndsWithARim() throws IOException {
    BufferedImage image = paint(tileAt(12), 100, HeatPalette.LIGHT);
    int x = 128;
    while (image.getRGB(x, 128) >>> 24 != 0) {
      x++;
    }
    assertThat(image.getRGB(x - 1, 128)).isEqualTo(0xffa3822a);
    assertThat(image.getRGB(x - 2, 128)).isEqualTo(0xfff8e899);
  }

  @Test
  void nothingIsTransparent() throws IOException {
    assertThat(paint(tileAt(12), 0, HeatPalette.LIGHT).getRGB(100, 100) >>> 24).isZero();
  }

  @Test
  void everyEmptyTileIsTheSame() {
    HeatTile heat = new HeatTile(tileAt(12), 1500);
    long[] nothing = new long[heat.cells().columns() * heat.cells().rows()];
    byte[] png = heat.png(nothing, new HeatScale(2), HeatPalette.LIGHT);
    assertThat(heat.png(nothing, new HeatScale(1), HeatPalette.LIGHT)).isSameAs(png);
    assertThat(heat.png(nothing, new HeatScale(1), HeatPalette.DARK)).isNotSameAs(png);
    assertThat(png.length).isLessThan(200);
  }
}
