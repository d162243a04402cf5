package org.borderwatch.server.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.borderwatch.server.geo.TileCoord;
import org.junit.jupiter.api.Test;

class IndexedPngTest {
  private static final List<String> COLOURS = HeatPalette.LIGHT.indexed();

  @Test
  void whatIsReadBackIsWhatWasWritten() throws IOException {
    Random random = new Random(3);
    byte[] pixels = new byte[256 * 256];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.nextInt(COLOURS.size() + 1);
    }
    assertReadsBack(256, 256, pixels);
    assertReadsBack(256, 256, hotTile(10));
    assertReadsBack(2, 3, new byte[] {0, 1, 2, 8, 3, 0});
  }

  private static void assertReadsBack(int width, int height, byte[] pixels) throws IOException {
    byte[] png = new IndexedPng(width, height, COLOURS).of(pixels);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    for (int i = 0; i < pixels.length; i++) {
      int rgb = image.getRGB(i % width, i / width);
      int expected =
          pixels[i] == 0
              ? 0
              : 0xff000000 | Integer.parseInt(COLOURS.get(pixels[i] - 1).substring(1), 16);
      assertThat(rgb).as("pixel %d", i).isEqualTo(expected);
    }
  }

  @Test
  void aHeatTileIsAboutAsSmallAsFromImageIo() throws IOException {
    IndexedPng writer = new IndexedPng(256, 256, COLOURS);
    for (int zoom : new int[] {8, 10, 12, 14}) {
      byte[] pixels = hotTile(zoom);
      assertThat(writer.of(pixels).length)
          .as("bytes at zoom %d", zoom)
          .isLessThan((int) (1.15 * imageIo(pixels).length));
    }
  }

  /** A picture with every class in it, of which the rims are long. */
  private static byte[] hotTile(int zoom) {
    TileCoord tile = HeatKernelTest.tileAt(zoom);
    HeatGrid grid = HeatGrid.of(tile, 500);
    long[] counts = HeatKernelTest.scattered(grid.cells(), 0.01, 5);
    float[][] density = HeatKernel.densityPerKm2(grid, counts, 500);
    double peak = 0;
    for (float[] row : density) {
      for (float value : row) {
        peak = Math.max(peak, value);
      }
    }
    HeatScale scale = new HeatScale(1e-6);
    while (scale.bounds().get(6) < peak / 2) {
      scale = new HeatScale(scale.bounds().get(1));
    }
    return HeatPicture.pixels(HeatPicture.classes(tile, grid, density, scale));
  }

  private static byte[] imageIo(byte[] pixels) throws IOException {
    int[] argb = new int[COLOURS.size() + 1];
    for (int i = 1; i < argb.length; i++) {
      argb[i] = 0xff000000 | Integer.parseInt(COLOURS.get(i - 1).substring(1), 16);
    }
    IndexColorModel model = new IndexColorModel(4, argb.length, argb, 0, true, 0, 0);
    BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_BYTE_BINARY, model);
    for (int i = 0; i < pixels.length; i++) {
      image.getRaster().setSample(i % 256, i / 256, 0, pixels[i]);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  @Test
  void manyThreadsWriteTheSameFile() {
    IndexedPng writer = new IndexedPng(256, 256, COLOURS);
    byte[] pixels = hotTile(12);
    byte[] file = writer.of(pixels);
    Collections.nCopies(200, pixels).parallelStream()
        .forEach(same -> assertThat(writer.of(same)).isEqualTo(file));
  }

  @Test
  void whatFourBitsCannotHoldIsRefused() {
    assertThatThrownBy(() -> new IndexedPng(256, 256, Collections.nCopies(16, "#000000")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new IndexedPng(255, 256, COLOURS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
