package org.borderwatch.data.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BorderLocatorTest {
  private static final LandBorder BORDER = LandBorder.load();
  private static final BorderLocator LOCATOR = new BorderLocator(BORDER);
  private static final SlowBorder SLOW = new SlowBorder(BORDER);

  /** Random points within so many degrees of random vertices, against plain geodesics. */
  @ParameterizedTest
  @ValueSource(doubles = {0.0005, 0.01, 0.1, 1, 3})
  void theFastAnswerIsTheGeodesicOne(double degrees) {
    Random random = new Random(20_240_630 + (long) (degrees * 1e6));
    for (int i = 0; i < 16; i++) {
      BorderLine line = BORDER.lines().get(random.nextInt(3));
      int vertex = random.nextInt(line.size());
      double lon = line.lon(vertex) + degrees * random.nextGaussian();
      double lat = line.lat(vertex) + degrees * random.nextGaussian();
      agrees(lon, lat);
    }
  }

  private static void agrees(double lon, double lat) {
    SlowBorder.Answer slow = SLOW.nearest(lon, lat);
    BorderPosition fast = LOCATOR.locate(lon, lat);
    assertThat(Math.abs(fast.offsetM()))
        .as("distance at %s %s", lon, lat)
        .isCloseTo(slow.metres(), within(0.02 + 1e-5 * slow.metres()));
    // Where two places of the border are equally near, either is right: ask how far ours really is.
    LonLat ours = BORDER.line(fast.with()).pointAt(fast.km());
    assertThat(SlowBorder.geodesicMetres(lon, lat, ours.lon(), ours.lat()))
        .isCloseTo(slow.metres(), within(0.02 + 1e-5 * slow.metres()));
    if (slow.unrivalled()) {
      assertThat(fast.with()).isEqualTo(slow.with());
      assertThat(fast.km()).isCloseTo(slow.km(), within(0.001 + 1e-8 * slow.metres()));
    }
  }

  @Test
  void aVertexLiesOnTheLineAtItsChainage() {
    for (BorderLine line : BORDER.lines()) {
      for (int i = 1; i < line.size() - 1; i += 997) {
        BorderPosition position = LOCATOR.locate(line.lon(i), line.lat(i));
        assertThat(position.with()).isEqualTo(line.with());
        assertThat(position.km()).isCloseTo(line.km(i), within(0.001));
        assertThat(position.offsetM()).isCloseTo(0, within(0.001));
      }
    }
  }

  @Test
  void pointsFarAwayAreAnsweredToo() {
    double parisMetres = toNearestVertex(2.35, 48.86);
    assertThat(LOCATOR.distanceMetres(2.35, 48.86))
        .isCloseTo(parisMetres, within(0.01 * parisMetres));
    double sydneyMetres = toNearestVertex(151.2, -33.87);
    assertThat(LOCATOR.distanceMetres(151.2, -33.87))
        .isCloseTo(sydneyMetres, within(0.01 * sydneyMetres));
    assertThat(LOCATOR.distanceMetres(-180, -90)).isGreaterThan(9e6);
  }

  /** From this far away the nearest vertex will do, and so will every tenth. */
  private static double toNearestVertex(double lon, double lat) {
    double least = Double.POSITIVE_INFINITY;
    for (BorderLine line : BORDER.lines()) {
      for (int i = 0; i < line.size(); i += 10) {
        least = Math.min(least, SlowBorder.geodesicMetres(lon, lat, line.lon(i), line.lat(i)));
      }
    }
    return least;
  }

  @Test
  void noPositionIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> LOCATOR.locate(Double.NaN, 21));
    assertThatIllegalArgumentException().isThrownBy(() -> LOCATOR.locate(106, 91));
    assertThatIllegalArgumentException().isThrownBy(() -> LOCATOR.distanceMetres(181, 21));
  }
}
