package org.borderwatch.data.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LandBorderTest {
  private static final LandBorder BORDER = LandBorder.load();
  private static final BorderLocator LOCATOR = new BorderLocator(BORDER);

  @ParameterizedTest
  @CsvSource({"CN, 1407", "LA, 2215", "KH, 1254"})
  void theLinesHaveTheKnownLengths(Neighbour with, double lengthKm) {
    assertThat(BORDER.line(with).lengthKm()).isCloseTo(lengthKm, within(1.0));
  }

  @ParameterizedTest
  @EnumSource
  void chainageIsTheSumOfGeodesics(Neighbour with) {
    BorderLine line = BORDER.line(with);
    double metres = 0;
    for (int i = 1; i < line.size(); i++) {
      metres +=
          Geodesic.WGS84.Inverse(
                  line.lat(i - 1), line.lon(i - 1), line.lat(i), line.lon(i), GeodesicMask.DISTANCE)
              .s12;
    }
    assertThat(line.lengthKm() * 1000).isCloseTo(metres, within(0.01));
  }

  @ParameterizedTest
  @EnumSource
  void chainageStartsInTheWest(Neighbour with) {
    BorderLine line = BORDER.line(with);
    assertThat(line.pointAt(0).lon()).isLessThan(line.pointAt(line.lengthKm()).lon());
  }

  @ParameterizedTest
  @CsvSource({
    "Đồng Đăng, 106.69767, 21.9511, true",
    "Tà Lùng, 106.5669, 22.4979, true",
    "Friendship Pass, 106.71222, 21.97639, false",
    "Hà Nội, 105.84, 21.02, true",
    "Nanning, 108.32, 22.82, false",
    "Vientiane, 102.6, 17.97, false",
    "Phnom Penh, 104.92, 11.56, false",
    "the antipodes, -73, -16, false",
  })
  void knownPointsAreOnTheirSide(String name, double lon, double lat, boolean inside) {
    assertThat(BORDER.isInside(lon, lat)).as(name).isEqualTo(inside);
    assertThat(LOCATOR.locate(lon, lat).offsetM() > 0).as(name).isEqualTo(inside);
  }

  @ParameterizedTest
  @CsvSource({"106.565, 22.43, 1063.7, 300", "107.37, 21.61, 1287.0, 1000"})
  void theEndsOfLangSonHaveTheKnownChainage(double lon, double lat, double km, double metres) {
    BorderPosition position = LOCATOR.locate(lon, lat);
    assertThat(position.with()).isEqualTo(Neighbour.CN);
    assertThat(position.km()).isCloseTo(km, within(1.0));
    assertThat(Math.abs(position.offsetM())).isLessThan(metres);
  }

  @Test
  void aChainageBeyondAnEndIsThatEnd() {
    BorderLine line = BORDER.line(Neighbour.KH);
    assertThat(line.pointAt(-5)).isEqualTo(new LonLat(line.lon(0), line.lat(0)));
    int last = line.size() - 1;
    assertThat(line.pointAt(9_999)).isEqualTo(new LonLat(line.lon(last), line.lat(last)));
  }

  @Test
  void aStretchHasBothEndsAndEveryVertexBetween() {
    BorderLine line = BORDER.line(Neighbour.CN);
    List<LonLat> stretch = line.between(1063.7, 1287.0);
    assertThat(stretch.get(0)).isEqualTo(line.pointAt(1063.7));
    assertThat(stretch.get(stretch.size() - 1)).isEqualTo(line.pointAt(1287.0));
    assertThat(stretch).hasSizeGreaterThan(1_000).doesNotHaveDuplicates();
  }

  @Test
  void theDrawnLineIsLighterAndStaysClose() {
    BorderLine line = BORDER.line(Neighbour.LA);
    List<LonLat> drawn = line.simplified(50);
    assertThat(drawn).hasSizeLessThan(line.size() / 2);
    assertThat(drawn.get(0)).isEqualTo(line.pointAt(0));
    for (LonLat point : drawn) {
      assertThat(LOCATOR.distanceMetres(point.lon(), point.lat())).isLessThan(0.01);
    }
  }
}
