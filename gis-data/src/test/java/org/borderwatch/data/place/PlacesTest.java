package org.borderwatch.data.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
  private static final Places PLACES = Places.load();

  @Test
  void thereAreSeventeenHundredPlacesInComposedLetters() {
    assertThat(PLACES.all()).hasSize(1728);
    assertThat(PLACES.all())
        .allMatch(place -> Normalizer.isNormalized(place.name(), Normalizer.Form.NFC))
        .noneMatch(place -> place.name().matches("(?i)(thị trấn|thị xã|quận) .*"));
  }

  @ParameterizedTest
  @CsvSource({
    "Hanoi, Hà Nội, CAPITAL",
    "hà nội, Hà Nội, CAPITAL",
    "Lang Son, Lạng Sơn, PROVINCE_TOWN",
    "Dong Dang, Đồng Đăng, TOWN",
    "Thất Khê, Thất Khê, TOWN",
    "Đông Hà, Đông Hà, PROVINCE_TOWN",
    "dien bien phu, Điện Biên Phủ, PROVINCE_TOWN",
  })
  void aPlaceIsFoundByItsNameWithAndWithoutMarks(String asked, String name, PlaceKind kind) {
    Place place = PLACES.inVietNam(asked).orElseThrow();
    assertThat(place.name()).isEqualTo(name);
    assertThat(place.kind()).isEqualTo(kind);
  }

  @Test
  void theThreeCapitalsComeFirstOnAMap() {
    assertThat(PLACES.all())
        .filteredOn(place -> place.rank() == 1)
        .extracting(Place::nameEn)
        .containsExactlyInAnyOrder("Hanoi", "Vientiane", "Phnom Penh");
  }

  @Test
  void nearlyEveryTownIsOnItsOwnSideOfTheBorder() {
    LandBorder border = LandBorder.load();
    BorderLocator locator = new BorderLocator(border);
    assertThat(PLACES.all())
        .filteredOn(place -> locator.distanceMetres(place.lon(), place.lat()) < 100_000)
        .filteredOn(
            place -> border.isInside(place.lon(), place.lat()) != place.country().equals("VN"))
        .hasSizeLessThanOrEqualTo(1);
  }
}
