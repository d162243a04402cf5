package org.borderwatch.data.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.borderwatch.data.border.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvincesTest {
  private static final Provinces PROVINCES = Provinces.load();

  @Test
  void thereAreSixtyThreeAndNoCodeTwice() {
    assertThat(PROVINCES.all()).hasSize(63);
    assertThat(PROVINCES.all()).extracting(Province::code).doesNotHaveDuplicates();
    assertThat(PROVINCES.all()).extracting(Province::statisticalCode).doesNotHaveDuplicates();
    assertThat(PROVINCES.all()).allMatch(p -> p.code().matches("VN-([0-9]{2}|[A-Z]{2})"));
  }

  @ParameterizedTest
  @CsvSource({
    "VN-09, VN-09",
    "vn-09, VN-09",
    "20, VN-09",
    "Lạng Sơn, VN-09",
    "lang son, VN-09",
    "tỉnh Lạng Sơn, VN-09",
    "VN-20, VN-20",
    "vn-hn, VN-HN",
    "TP. Hồ Chí Minh, VN-SG",
    "Ho Chi Minh City, VN-SG",
    "Huế, VN-26",
    "Bà Rịa – Vũng Tàu, VN-43",
    "HOÀ BÌNH, VN-14",
    "dak lak, VN-33",
  })
  void aProvinceIsFoundByCodeOrName(String text, String code) {
    assertThat(PROVINCES.find(text)).map(Province::code).hasValue(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "VN-08", "99", "Guangxi", "VN"})
  void whatIsNoProvinceIsNotFound(String text) {
    assertThat(PROVINCES.find(text)).isEmpty();
  }

  @Test
  void everyProvinceTownIsAmongThePlaces() {
    Places places = Places.load();
    for (Province province : PROVINCES.all()) {
      Place town = places.inVietNam(province.town()).orElseThrow();
      assertThat(town.rank()).as(province.nameVi()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void unitsFollowTheOneAboveThem() {
    List<Unit> units = Units.load();
    assertThat(units).hasSize(26);
    Set<String> seen = new HashSet<>();
    for (Unit unit : units) {
      assertThat(unit.parent() == null || seen.contains(unit.parent())).isTrue();
      seen.add(unit.code());
    }
    assertThat(units)
        .filteredOn(unit -> unit.code().equals(Units.LANG_SON))
        .singleElement()
        .satisfies(unit -> assertThat(unit.nameVi()).isEqualTo("Bộ đội Biên phòng Lạng Sơn"))
        .satisfies(unit -> assertThat(unit.stretches()).containsExactly(Units.LANG_SON_BORDER));
  }

  @Test
  void aStretchRunsFromWestToEast() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stretch(Units.LANG_SON_BORDER.with(), 5, 5));
  }
}
