package org.borderwatch.server.detection.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.borderwatch.server.geo.WebMercator;
import org.junit.jupiter.api.Test;

class FixedMercatorTest {
  private static final int DRAWS = 200_000;

  @Test
  void everyStoredDegreeComesBackExactly() {
    Random random = new Random(1);
    for (int i = 0; i < DRAWS; i++) {
      double lon = Math.rint((random.nextDouble() * 360 - 180) * 1e7) / 1e7;
      double lat = Math.rint((random.nextDouble() * 170 - 85) * 1e7) / 1e7;
      assertThat(FixedMercator.lon(FixedMercator.x(lon))).isEqualTo(lon);
      assertThat(FixedMercator.lat(FixedMercator.y(lat))).isEqualTo(lat);
    }
  }

  @Test
  void thePixelIsThatOfWebMercator() {
    Random random = new Random(2);
    for (int i = 0; i < DRAWS; i++) {
      double lon = Math.rint((102 + 8 * random.nextDouble()) * 1e7) / 1e7;
      double lat = Math.rint((8 + 16 * random.nextDouble()) * 1e7) / 1e7;
      int zoom = random.nextInt(23);
      long x = FixedMercator.x(lon) + (1L << 31) >> (24 - zoom);
      long y = FixedMercator.y(lat) + (1L << 31) >> (24 - zoom);
      assertThat(x).isEqualTo((long) Math.floor(WebMercator.pixelX(lon, zoom)));
      assertThat(y).isEqualTo((long) Math.floor(WebMercator.pixelY(lat, zoom)));
    }
  }

  @Test
  void aBoxHoldsTheDegreesWithinItAndNoOthers() {
    Random random = new Random(3);
    for (int i = 0; i < DRAWS; i++) {
      double lon = Math.rint((106 + random.nextDouble()) * 1e7) / 1e7;
      double lat = Math.rint((21 + random.nextDouble()) * 1e7) / 1e7;
      double east = near(lon, random);
      double north = near(lat, random);
      Box box = Box.ofDegrees(-180, -90, east, north);
      assertThat(FixedMercator.x(lon) <= box.maxX()).isEqualTo(lon <= east);
      assertThat(FixedMercator.y(lat) >= box.minY()).isEqualTo(lat <= north);
      Box other = Box.ofDegrees(east, north, 180, 90);
      assertThat(FixedMercator.x(lon) >= other.minX()).isEqualTo(lon >= east);
      assertThat(FixedMercator.y(lat) <= other.maxY()).isEqualTo(lat >= north);
    }
  }

  @Test
  void aBoxAtThePoleHoldsNothing() {
    assertThat(Box.ofDegrees(-180, 86, 180, 90).isEmpty()).isTrue();
    assertThat(Box.ofDegrees(-180, -90, 180, -86).isEmpty()).isTrue();
    assertThat(Box.ofDegrees(180, -85, 180, 85).minX()).isEqualTo(FixedMercator.x(180));
  }

  private static double near(double degrees, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> degrees;
      case 1 -> Math.nextUp(degrees);
      case 2 -> Math.nextDown(degrees);
      default -> degrees + (random.nextInt(7) - 3) * 0.3e-7;
    };
  }
}
