package org.borderwatch.server.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebMercatorTest {
  @ParameterizedTest
  @CsvSource({"0, 0, 0, 128, 128", "180, 0, 3, 2048, 1024", "-180, 85.0511287798066, 5, 0, 0"})
  void knownPointsHaveKnownPixels(double lon, double lat, int zoom, double x, double y) {
    assertThat(WebMercator.pixelX(lon, zoom)).isCloseTo(x, within(1e-6));
    assertThat(WebMercator.pixelY(lat, zoom)).isCloseTo(y, within(1e-6));
  }

  @Test
  void thereAndBackIsTheSamePlace() {
    for (int zoom = 0; zoom <= 22; zoom++) {
      assertThat(WebMercator.lon(WebMercator.pixelX(106.7, zoom), zoom))
          .isCloseTo(106.7, within(1e-9));
      assertThat(WebMercator.lat(WebMercator.pixelY(21.9, zoom), zoom))
          .isCloseTo(21.9, within(1e-9));
    }
  }

  @Test
  void aPixelAtTheEquatorIsAsLongAsPublished() {
    assertThat(WebMercator.metresPerPixel(0, 0)).isCloseTo(156_543.03392804, within(1e-6));
  }

  @Test
  void aTileOutsideTheSetIsRefused() {
    assertThatThrownBy(() -> new TileCoord(3, 8, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TileCoord(23, 0, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
