package org.borderwatch.data.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeightsTest {
  private static final short VOID = HeightRaster.VOID;

  /** Two by two posts a degree apart, its north-western one at 106 E, 22 N. */
  private static HeightRaster square(int... metres) {
    short[] heights = new short[metres.length];
    for (int i = 0; i < metres.length; i++) {
      heights[i] = (short) metres[i];
    }
    return new HeightRaster(106, 22, 1, 1, 2, heights);
  }

  @ParameterizedTest
  @CsvSource({
    "106, 22, 10", "107, 22, 20", "106, 21, 30", "107, 21, 40", "106.5, 21.5, 25",
    "106.25, 22, 12.5", "106, 21.25, 25", "105.99, 21.5, NaN", "107.01, 21.5, NaN",
        "106.5, 20.9, NaN",
    "106.5, 22.1, NaN", "106.9999999999, 21.0000000001, 40",
  })
  void betweenPostsHeightsAreBilinear(double lon, double lat, float metres) {
    assertThat(square(10, 20, 30, 40).heightMetres(lon, lat))
        .satisfiesAnyOf(
            height -> assertThat(height).isEqualTo(metres),
            height -> assertThat(height).isCloseTo(metres, within(1e-4f)));
  }

  @Test
  void voidsAreFilledFromWhatIsNearAndStayVoidWithin() {
    HeightRaster raster = square(10, 20, 30, VOID);
    assertThat(raster.heightMetres(106.5, 21.5)).isCloseTo(20, within(1e-4f));
    assertThat(raster.heightMetres(106.9, 21.1)).isNaN();
    assertThat(square(VOID, VOID, VOID, VOID).heightMetres(106.5, 21.5)).isNaN();
  }

  private static byte[] hgt(int posts) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * posts * posts);
    for (int row = 0; row < posts; row++) {
      for (int column = 0; column < posts; column++) {
        bytes.putShort((short) (row == 5 && column == 7 ? VOID : (row - column)));
      }
    }
    return bytes.array();
  }

  private static HeightRaster read(byte[] bytes, String name) throws IOException {
    return HgtFile.read(new ByteArrayInputStream(bytes), name);
  }

  @ParameterizedTest
  @CsvSource({
    "N21E106.hgt, 1201, 106, 21",
    "n21e106.HGT, 3601, 106, 21",
    "S29W072.hgt, 1201, -72, -29",
    "/srtm/N00E006.SRTMGL1.hgt, 1201, 6, 0",
  })
  void theNameSaysTheCornerAndTheSizeTheStep(String name, int posts, double west, double south)
      throws IOException {
    HeightRaster raster = read(hgt(posts), name);
    double step = 1.0 / (posts - 1);
    assertThat(raster.rows()).isEqualTo(posts);
    assertThat(raster.columns()).isEqualTo(posts);
    assertThat(raster.west()).isEqualTo(west);
    assertThat(raster.south()).isCloseTo(south, within(1e-9));
    assertThat(raster.east()).isCloseTo(west + 1, within(1e-9));
    assertThat(raster.heightMetres(west, south + 1)).isEqualTo(0);
    assertThat(raster.heightMetres(west + 3 * step, south + 1 - 20 * step))
        .isCloseTo(17, within(1e-3f));
    assertThat(raster.heightMetres(west + 7 * step, south + 1 - 5 * step)).isNaN();
  }

  @Test
  void aZippedFileIsReadByTheNameWithin() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.putNextEntry(new ZipEntry("data/N21E106.hgt"));
      zip.write(hgt(1201));
    }
    HeightRaster raster = read(bytes.toByteArray(), "upload.zip");
    assertThat(raster.west()).isEqualTo(106);
    assertThat(raster.post(20, 3)).isEqualTo((short) 17);
  }

  @ParameterizedTest
  @CsvSource({
    "heights.hgt, 2884802, HEIGHTS_NAME",
    "N21E106.hgt, 2884800, HEIGHTS_SIZE",
    "N21E106.hgt, 0, HEIGHTS_SIZE",
    "N21E106.hgt.zip, 100, NO_HEIGHTS",
  })
  void otherFilesAreRefused(String name, int size, FileProblem problem) {
    assertThatThrownBy(() -> read(new byte[size], name))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }
}
