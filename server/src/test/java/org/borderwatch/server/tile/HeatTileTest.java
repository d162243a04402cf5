package org.borderwatch.server.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatTileTest {
  private record Point(double lon, double lat, int weight) {}

  /** The tile that holds Đồng Đăng. */
  private static TileCoord tileAt(int zoom) {
    int col = (int) (WebMercator.pixelX(106.69767, zoom) / 256);
    int row = (int) (WebMercator.pixelY(21.9511, zoom) / 256);
    return new TileCoord(zoom, row, col);
  }

  private static List<Point> scattered(TileCoord tile, int number, long seed) {
    Random random = new Random(seed);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      double x = tile.westPixel() + 256 * (random.nextDouble() * 1.6 - 0.3);
      double y = tile.northPixel() + 256 * (random.nextDouble() * 1.6 - 0.3);
      points.add(
          new Point(
              WebMercator.lon(x, tile.zoom()),
              WebMercator.lat(y, tile.zoom()),
              1 + random.nextInt(9)));
    }
    return points;
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 9, 10, 12, 14, 16})
  void theGridAgreesWithASlowSumOverPoints(int zoom) {
    TileCoord tile = tileAt(zoom);
    List<Point> points = scattered(tile, 200, 42 + zoom);
    double bandwidthMetres = 1500;
    HeatGrid grid = HeatGrid.of(tile, bandwidthMetres);
    double[] counts = new double[grid.columns() * grid.rows()];
    for (Point point : points) {
      long column = (long) Math.floor(WebMercator.pixelX(point.lon(), zoom) / grid.cellPixels());
      long row = (long) Math.floor(WebMercator.pixelY(point.lat(), zoom) / grid.cellPixels());
      long x = column - grid.westCell();
      long y = row - grid.northCell();
      if (x >= 0 && x < grid.columns() && y >= 0 && y < grid.rows()) {
        counts[(int) (y * grid.columns() + x)] += point.weight();
      }
    }
    double[] density = HeatKernel.densityPerKm2(grid, counts, bandwidthMetres);
    double peak = 0;
    double worst = 0;
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        double y = (grid.northCell() + row + 0.5) * grid.cellPixels();
        double x = (grid.westCell() + column + 0.5) * grid.cellPixels();
        boolean inside =
            x > tile.westPixel()
                && x < tile.westPixel() + 256
                && y > tile.northPixel()
                && y < tile.northPixel() + 256;
        if (inside) {
          double slow = slowDensity(points, grid, x, y, bandwidthMetres);
          peak = Math.max(peak, slow);
          worst = Math.max(worst, Math.abs(slow - density[row * grid.columns() + column]));
        }
      }
    }
    assertThat(worst).isLessThan(0.005 * peak);
  }

  /** Every point stands at the middle of its cell, as in the grid. */
  private static double slowDensity(
      List<Point> points, HeatGrid grid, double x, double y, double bandwidthMetres) {
    int zoom = grid.zoom();
    double cell = grid.cellPixels();
    double metresPerPixel = WebMercator.metresPerPixel(WebMercator.lat(y, zoom), zoom);
    double sigmaKm = Math.max(1.5 * metresPerPixel, bandwidthMetres) / 1000;
    double sum = 0;
    for (Point point : points) {
      double px = (Math.floor(WebMercator.pixelX(point.lon(), zoom) / cell) + 0.5) * cell;
      double py = (Math.floor(WebMercator.pixelY(point.lat(), zoom) / cell) + 0.5) * cell;
      double dx = (px - x) * metresPerPixel / 1000;
      double dy = (py - y) * metresPerPixel / 1000;
      sum += point.weight() * Math.exp(-(dx * dx + dy * dy) / (2 * sigmaKm * sigmaKm));
    }
    return sum / (2 * Math.PI * sigmaKm * sigmaKm);
  }

  @Test
  void theDensityIntegratesToTheWeight() {
    TileCoord tile = tileAt(10);
    HeatGrid grid = HeatGrid.of(tile, 1500);
    double[] counts = new double[grid.columns() * grid.rows()];
    counts[grid.rows() / 2 * grid.columns() + grid.columns() / 2] = 7;
    double[] density = HeatKernel.densityPerKm2(grid, counts, 1500);
    double total = 0;
    for (int row = 0; row < grid.rows(); row++) {
      double cellKm =
          WebMercator.metresPerPixel(grid.rowLatitude(row), 10) * grid.cellPixels() / 1000;
      for (int column = 0; column < grid.columns(); column++) {
        total += density[row * grid.columns() + column] * cellKm * cellKm;
      }
    }
    assertThat(total).isCloseTo(7, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 11, 15})
  void neighbouringTilesAgreeAlongTheirEdge(int zoom) throws IOException {
    TileCoord west = tileAt(zoom);
    TileCoord east = new TileCoord(zoom, west.row(), west.col() + 1);
    List<Point> points = scattered(west, 2000, 7);
    HeatScale scale = new HeatScale(1);
    BufferedImage left = paint(west, points, scale);
    BufferedImage right = paint(east, points, scale);
    int steps = 0;
    for (int y = 0; y < 256; y++) {
      int a = left.getRaster().getSample(255, y, 0);
      int b = right.getRaster().getSample(0, y, 0);
      boolean rim = a == HeatPalette.RIM || b == HeatPalette.RIM;
      steps += !rim && Math.abs(a - b) > 1 ? 1 : 0;
    }
    assertThat(steps).as("jumps of more than one class across the edge").isZero();
  }

  private static BufferedImage paint(TileCoord tile, List<Point> points, HeatScale scale)
      throws IOException {
    HeatTile heat = new HeatTile(tile, 1500);
    points.forEach(p -> heat.point(p.lon(), p.lat(), p.weight()));
    return ImageIO.read(new ByteArrayInputStream(heat.png(scale, HeatPalette.LIGHT)));
  }

  @Test
  void aPixelIsExactlyTheSwatch() throws IOException {
    TileCoord tile = tileAt(12);
    Point middle =
        new Point(
            WebMercator.lon(tile.westPixel() + 128.0, 12),
            WebMercator.lat(tile.northPixel() + 128.0, 12),
            100_000);
    BufferedImage image = paint(tile, List.of(middle), new HeatScale(2));
    assertThat(image.getRGB(128, 128)).isEqualTo(0xff5a041c);
    assertThat(image.getWidth()).isEqualTo(256);
  }

  @Test
  void nothingIsTransparent() throws IOException {
    BufferedImage image = paint(tileAt(12), List.of(), new HeatScale(2));
    assertThat(image.getRGB(100, 100) >>> 24).isZero();
  }

  @Test
  void everyPointIsInExactlyOnePixelOfOneTile() {
    Random random = new Random(11);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      points.add(
          new Point(
              Math.rint((105 + 3 * random.nextDouble()) * 1e7) / 1e7,
              Math.rint((21 + 2 * random.nextDouble()) * 1e7) / 1e7,
              1));
    }
    // A point on the very corner of a tile belongs to the tile south-east of it.
    points.add(new Point(WebMercator.lon(203 * 256.0, 8), WebMercator.lat(112 * 256.0, 8), 1));
    for (int zoom : new int[] {5, 8, 9}) {
      long sum = 0;
      int side = 1 << zoom;
      for (int row = (int) (side * 0.42); row < side * 0.46; row++) {
        for (int col = (int) (side * 0.78); col < side * 0.81; col++) {
          HeatNumbers numbers = new HeatNumbers(new TileCoord(zoom, row, col));
          points.forEach(p -> numbers.point(p.lon(), p.lat(), p.weight()));
          sum += numbers.sum();
        }
      }
      assertThat(sum).as("zoom " + zoom).isEqualTo(points.size());
    }
  }

  @Test
  void numbersNeedAllOfTheirTile() {
    TileCoord tile = tileAt(10);
    HeatNumbers numbers = new HeatNumbers(tile);
    assertThat(numbers.needs().minLon()).isLessThan(WebMercator.lon(tile.westPixel(), 10));
    assertThat(numbers.needs().maxLat()).isGreaterThan(WebMercator.lat(tile.northPixel(), 10));
    assertThat(new HeatNumbers(new TileCoord(0, 0, 0)).needs().maxLon()).isEqualTo(180);
  }
}
