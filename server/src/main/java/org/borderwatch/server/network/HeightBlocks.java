package org.borderwatch.server.network;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import org.borderwatch.data.network.HeightRaster;
import org.borderwatch.data.network.HgtFile;

/**
 * A raster of heights cut into blocks small enough to be kept one by one: {@value #STEPS} steps a
 * side at most, neighbours share their outermost posts. Each is made when it is asked for.
 *
 * @param blocks how many
 * @param block makes one of them; empty when no height in it is known
 * @param closing gives back what the file holds
 */
record HeightBlocks(int blocks, IntFunction<Optional<HeightRaster>> block, Runnable closing)
    implements AutoCloseable {
  static final int STEPS = 1_200;

  /**
   * Those of a file: SRTM, also zipped, or GeoTIFF.
   *
   * @param name of the file as people know it; that of SRTM says where it lies
   * @throws org.borderwatch.data.detection.UnreadableFileException when it is none of these
   */
  static HeightBlocks of(Path file, String name) throws IOException {
    if (HeightTiff.isOne(file)) {
      return HeightTiff.read(file);
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return of(HgtFile.read(in, name));
    }
  }

  /** Those of a raster in memory. */
  static HeightBlocks of(HeightRaster raster) {
    Cut cut = new Cut(raster.columns(), raster.rows());
    return new HeightBlocks(cut.blocks(), number -> known(piece(raster, cut, number)), () -> {});
  }

  private static HeightRaster piece(HeightRaster raster, Cut cut, int number) {
    int columns = cut.columns(number);
    int rows = cut.rows(number);
    short[] metres = new short[columns * rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        metres[row * columns + column] =
            raster.post(cut.firstRow(number) + row, cut.firstColumn(number) + column);
      }
    }
    return new HeightRaster(
        raster.west() + cut.firstColumn(number) * raster.lonStep(),
        raster.north() - cut.firstRow(number) * raster.latStep(),
        raster.lonStep(),
        raster.latStep(),
        columns,
        metres);
  }

  @Override
  public void close() {
    closing.run();
  }

  static Optional<HeightRaster> known(HeightRaster raster) {
    for (int row = 0; row < raster.rows(); row++) {
      for (int column = 0; column < raster.columns(); column++) {
        if (raster.post(row, column) != HeightRaster.VOID) {
          return Optional.of(raster);
        }
      }
    }
    return Optional.empty();
  }

  /** How a raster of so many posts is cut; blocks row by row. */
  record Cut(int allColumns, int allRows) {
    private static int pieces(int posts) {
      return Math.max(1, (posts - 2) / STEPS + 1);
    }

    int blocks() {
      return pieces(allColumns) * pieces(allRows);
    }

    int firstColumn(int number) {
      return number % pieces(allColumns) * STEPS;
    }

    int firstRow(int number) {
      return number / pieces(allColumns) * STEPS;
    }

    int columns(int number) {
      return Math.min(STEPS + 1, allColumns - firstColumn(number));
    }

    int rows(int number) {
      return Math.min(STEPS + 1, allRows - firstRow(number));
    }
  }
}
