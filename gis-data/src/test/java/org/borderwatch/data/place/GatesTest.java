package org.borderwatch.data.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.borderwatch.data.LayerFile;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.junit.jupiter.api.Test;

class GatesTest {
  private static final LandBorder BORDER = LandBorder.load();
  private static final BorderLocator LOCATOR = new BorderLocator(BORDER);
  private static final List<Gate> GATES = Gates.load(BORDER, LOCATOR, Places.load());

  @Test
  void allTenGatesOfLangSonAreThere() {
    assertThat(GATES)
        .extracting(Gate::nameVi)
        .containsExactlyInAnyOrder(
            "Hữu Nghị",
            "Ga Đồng Đăng",
            "Chi Ma",
            "Bình Nghi",
            "Tân Thanh",
            "Cốc Nam",
            "Nà Nưa",
            "Na Hình",
            "Pò Nhùng",
            "Co Sâu");
  }

  @Test
  void onlyFriendshipPassHasAKnownPosition() {
    assertThat(GATES).filteredOn(gate -> !gate.approximate()).hasSize(1);
    Gate pass = GATES.get(0);
    assertThat(pass.position()).isEqualTo(new LonLat(106.71222, 21.97639));
    assertThat(LOCATOR.locate(pass.lon(), pass.lat()).offsetM()).isCloseTo(-300, within(20.0));
  }

  @Test
  void aGateWithoutPositionStandsOnTheLine() {
    for (Gate gate : GATES) {
      BorderPosition position = LOCATOR.locate(gate.lon(), gate.lat());
      assertThat(Units.LANG_SON_BORDER.contains(position.with(), position.km())).isTrue();
      if (gate.approximate()) {
        assertThat(position.offsetM()).as(gate.nameVi()).isCloseTo(0, within(0.01));
      }
    }
  }

  @Test
  void gatesStandApart() {
    List<Double> kms =
        GATES.stream().map(g -> LOCATOR.locate(g.lon(), g.lat()).km()).sorted().toList();
    for (int i = 1; i < kms.size(); i++) {
      assertThat(kms.get(i) - kms.get(i - 1)).isGreaterThan(1.5);
    }
  }

  @Test
  void everyLayerSaysItsLicence() {
    for (String layer : List.of("border", "gates", "places", "provinces")) {
      assertThat(new LayerFile(layer + "/LICENSE").text()).as(layer).isNotBlank();
    }
    assertThat(new LayerFile("border/LICENSE").text()).contains("ODbL", "OpenStreetMap");
    assertThat(new LayerFile("places/LICENSE").text()).contains("CC BY 4.0", "GeoNames");
  }
}
