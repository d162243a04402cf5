package org.borderwatch.server.patrol.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.study.TestStudy;
import org.junit.jupiter.api.Test;

class BorderStripsTest {
  private static final BorderLine LINE = TestStudy.LAYERS.border().line(Neighbour.CN);
  private static final LineBins BINS = LineBins.holding(1100, 1150, LINE.lengthKm(), 500);
  private static final BorderStrips STRIPS = new BorderStrips(LINE, BINS);

  @Test
  void aPlaceBelongsToTheNearestMiddle() {
    Random random = new Random(1);
    int inside = 0;
    for (int i = 0; i < 5_000; i++) {
      LonLat near = LINE.pointAt(1104 + 42 * random.nextDouble());
      UtmZone.Metres at =
          UtmZone.VIET_NAM.metres(
              near.lon() + 0.08 * (random.nextDouble() - 0.5),
              near.lat() + 0.08 * (random.nextDouble() - 0.5));
      int found = STRIPS.cell(at.east(), at.north());
      double least = Double.POSITIVE_INFINITY;
      for (int bin = 0; bin < STRIPS.size(); bin++) {
        least =
            Math.min(
                least,
                Math.hypot(STRIPS.middleX(bin) - at.east(), STRIPS.middleY(bin) - at.north()));
      }
      if (found >= 0) {
        inside++;
        assertThat(
                Math.hypot(STRIPS.middleX(found) - at.east(), STRIPS.middleY(found) - at.north()))
            .isLessThanOrEqualTo(least + 1e-6);
      }
    }
    assertThat(inside).isGreaterThan(4_500);
  }

  @Test
  void whatLiesBeyondTheLastBinIsNotDrawnIn() {
    assertThat(STRIPS.size()).isEqualTo(100);
    assertThat(cell(1090)).isEqualTo(-1);
    assertThat(cell(1096)).isEqualTo(-1);
    assertThat(cell(1160)).isEqualTo(-1);
    int middle = cell(1125.2);
    assertThat(middle).isBetween(45, 55);
    assertThat(STRIPS.cell(0, 0)).isEqualTo(-1);
  }

  private static int cell(double km) {
    LonLat at = LINE.pointAt(km);
    UtmZone.Metres metres = UtmZone.VIET_NAM.metres(at.lon(), at.lat());
    return STRIPS.cell(metres.east(), metres.north());
  }

  @Test
  void binsHaveTheirKilometres() {
    assertThat(BINS.count()).isEqualTo(100);
    assertThat(BINS.of(1100)).isZero();
    assertThat(BINS.of(1149.99)).isEqualTo(99);
    assertThat(BINS.of(1099)).isEqualTo(-2);
    LineBins end = LineBins.holding(LINE.lengthKm() - 1.2, 1e9, LINE.lengthKm(), 500);
    double[] lengths = end.lengthsKm();
    assertThat(lengths[lengths.length - 1]).isLessThanOrEqualTo(0.5).isPositive();
    assertThat(end.untilKm(end.count() - 1)).isEqualTo(LINE.lengthKm());
  }
}
