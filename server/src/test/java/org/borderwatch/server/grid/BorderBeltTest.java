package org.borderwatch.server.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.server.geo.UtmZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BorderBeltTest {
  private static final LandBorder BORDER = LandBorder.load();
  private static final BorderLocator LOCATOR = new BorderLocator(BORDER);
  private static final BorderBelt BELT = new BorderBelt(BORDER, LOCATOR);
  private static final UtmZone ZONE = UtmZone.VIET_NAM;

  @ParameterizedTest
  @CsvSource({
    "CN, 1060, 1110, 1500, 5000, HEXAGON",
    "CN, 0, 40, 1000, 3000, HEXAGON",
    "LA, 300, 330, 2000, 5000, SQUARE",
    "KH, 900, 930, 700, 700, HEXAGON",
    "CN, 1150, 1154, 1500, 5000, HEXAGON",
  })
  void theBeltIsEveryCellOfVietNamThatIsNearEnough(
      Neighbour with,
      double fromKm,
      double toKm,
      double cellMetres,
      double depth,
      CellShape shape) {
    PlaneGrid grid = shape.grid(cellMetres);
    List<Stretch> stretches = List.of(new Stretch(with, fromKm, toKm));
    CellNumbers found = BELT.inside(grid, ZONE, stretches, depth, 10_000);
    CellNumbers plain = new CellNumbers();
    LonLat middle = BORDER.line(with).pointAt((fromKm + toKm) / 2);
    UtmZone.Metres at = ZONE.metres(middle.lon(), middle.lat());
    int reach = (int) ((1000 * (toKm - fromKm) + 2 * depth) / grid.rowMetres());
    long centre = grid.cell(at.east(), at.north());
    for (int dc = -reach; dc <= reach; dc++) {
      for (int dr = -reach; dr <= reach; dr++) {
        long key = CellKey.of(CellKey.column(centre) + dc, CellKey.row(centre) + dr);
        UtmZone.Degrees lonLat = ZONE.degrees(grid.middleX(key), grid.middleY(key));
        BorderPosition position = LOCATOR.locate(lonLat.lon(), lonLat.lat());
        if (BORDER.isInside(lonLat.lon(), lonLat.lat())
            && position.offsetM() <= depth
            && position.with() == with
            && position.km() >= fromKm
            && position.km() < toKm) {
          plain.add(key);
        }
      }
    }
    assertThat(found.size()).isPositive();
    assertThat(found.sorted()).isEqualTo(plain.sorted());
  }

  @Test
  void cellsNearAnotherNeighboursLineAreLeftOut() {
    PlaneGrid grid = new HexagonGrid(1500);
    double end = BORDER.line(Neighbour.LA).lengthKm();
    CellNumbers cells =
        BELT.inside(grid, ZONE, List.of(new Stretch(Neighbour.LA, end - 60, end + 1)), 5000, 9_999);
    for (long key : cells.sorted()) {
      assertThat(BELT.position(grid, ZONE, key).with()).isEqualTo(Neighbour.LA);
    }
  }

  @Test
  void noStretchMeansNoCell() {
    assertThat(BELT.inside(new HexagonGrid(1500), ZONE, List.of(), 5000, 10).size()).isZero();
  }

  @Test
  void theWholeBorderFitsTheLimitWithCellsOfOneAndAHalfKilometres() {
    CellNumbers cells = BELT.inside(new HexagonGrid(1500), ZONE, BELT.everywhere(), 5000, 200_000);
    assertThat(cells.size()).isBetween(7_000, 16_000);
  }

  @Test
  void moreCellsThanAllowedAreRefusedAtOnce() {
    assertThatThrownBy(
            () -> BELT.inside(new HexagonGrid(50), ZONE, BELT.everywhere(), 5000, 200_000))
        .isInstanceOf(BorderBelt.TooManyCellsException.class)
        .hasMessageContaining("more than");
  }

  @Test
  void aStudyAreaHasTheSameNumbersWhateverTheOrderOfItsCells() {
    PlaneGrid grid = new HexagonGrid(1500);
    CellNumbers one = new CellNumbers();
    CellNumbers other = new CellNumbers();
    long[] keys = {CellKey.of(4, 4), CellKey.of(-3, 4), CellKey.of(4, -9), CellKey.of(0, 0)};
    for (int i = 0; i < keys.length; i++) {
      one.add(keys[i]);
      other.add(keys[keys.length - 1 - i]);
    }
    StudyArea area = new StudyArea(grid, ZONE, one);
    StudyArea same = new StudyArea(grid, ZONE, other);
    for (int cell = 0; cell < area.size(); cell++) {
      assertThat(same.key(cell)).isEqualTo(area.key(cell));
      assertThat(area.cell(area.middlesX()[cell], area.middlesY()[cell])).isEqualTo(cell);
    }
    assertThat(area.cell(1e6, 1e6)).isEqualTo(-1);
  }
}
