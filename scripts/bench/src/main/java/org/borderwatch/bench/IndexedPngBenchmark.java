package org.borderwatch.bench;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.borderwatch.server.tile.IndexedPng;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A tile of curved bands of nine colours as a file: ours beside ImageIO. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class IndexedPngBenchmark {
  private static final int SIZE = 256;
  private static final List<String> COLOURS =
      List.of(
          "#f8e899", "#f0bb52", "#e58c03", "#cd6000", "#b33000", "#890e15", "#5a041c", "#a3822a");

  private final IndexedPng writer = new IndexedPng(SIZE, SIZE, COLOURS);
  private final IndexColorModel model = model();
  private final byte[] pixels = bands();

  private static byte[] bands() {
    byte[] pixels = new byte[SIZE * SIZE];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double height = 1 + Math.sin(x / 23.0) * Math.cos(y / 31.0) + Math.sin((x + 2 * y) / 67.0);
        pixels[y * SIZE + x] = (byte) Math.max(0, Math.min(COLOURS.size(), 3.5 * height));
      }
    }
    return pixels;
  }

  private static IndexColorModel model() {
    int[] argb = new int[COLOURS.size() + 1];
    for (int i = 1; i < argb.length; i++) {
      argb[i] = 0xff000000 | Integer.parseInt(COLOURS.get(i - 1).substring(1), 16);
    }
    return new IndexColorModel(4, argb.length, argb, 0, true, 0, 0);
  }

  /** Our writer. */
  @Benchmark
  public byte[] ours() {
    return writer.of(pixels);
  }

  /** What the JDK brings. */
  @Benchmark
  public byte[] imageIo() throws IOException {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_BINARY, model);
    WritableRaster raster = image.getRaster();
    for (int i = 0; i < pixels.length; i++) {
      raster.setSample(i % SIZE, i / SIZE, 0, pixels[i]);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
