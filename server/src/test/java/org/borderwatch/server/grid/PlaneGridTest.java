package org.borderwatch.server.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneGridTest {
  @ParameterizedTest
  @EnumSource(CellShape.class)
  void aPointBelongsToTheCellWithTheNearestMiddle(CellShape shape) {
    PlaneGrid grid = shape.grid(1500);
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double x = random.nextDouble(-2e6, 2e6);
      double y = random.nextDouble(-3e6, 3e6);
      long key = grid.cell(x, y);
      double found = Math.hypot(grid.middleX(key) - x, grid.middleY(key) - y);
      int column = CellKey.column(key);
      int row = CellKey.row(key);
      for (int dc = -2; dc <= 2; dc++) {
        for (int dr = -2; dr <= 2; dr++) {
          long other = CellKey.of(column + dc, row + dr);
          assertThat(Math.hypot(grid.middleX(other) - x, grid.middleY(other) - y))
              .isGreaterThanOrEqualTo(found - 1e-6);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CellShape.class)
  void theRingIsClosedCounterClockwiseAndAsLargeAsACell(CellShape shape) {
    PlaneGrid grid = shape.grid(750);
    for (long key : new long[] {CellKey.of(0, 0), CellKey.of(-3, -7), CellKey.of(812, 3391)}) {
      double[] ring = grid.ring(key);
      double twice = 0;
      for (int i = 0; i + 3 < ring.length; i += 2) {
        twice += ring[i] * ring[i + 3] - ring[i + 2] * ring[i + 1];
        double inward = 1e-6;
        double x = ring[i] + inward * (grid.middleX(key) - ring[i]);
        double y = ring[i + 1] + inward * (grid.middleY(key) - ring[i + 1]);
        assertThat(grid.cell(x, y)).isEqualTo(key);
      }
      assertThat(ring[0]).isEqualTo(ring[ring.length - 2]);
      assertThat(ring[1]).isEqualTo(ring[ring.length - 1]);
      assertThat(twice / 2).isCloseTo(grid.area(), within(1e-3));
    }
  }

  @Test
  void aHexagonHasSixNeighboursAtTheSameDistance() {
    HexagonGrid grid = new HexagonGrid(1500);
    for (long key : new long[] {CellKey.of(5, 4), CellKey.of(5, 5), CellKey.of(-4, -3)}) {
      int near = 0;
      for (int dc = -2; dc <= 2; dc++) {
        for (int dr = -2; dr <= 2; dr++) {
          long other = CellKey.of(CellKey.column(key) + dc, CellKey.row(key) + dr);
          double metres =
              Math.hypot(
                  grid.middleX(other) - grid.middleX(key), grid.middleY(other) - grid.middleY(key));
          near += Math.abs(metres - 1500) < 1e-6 ? 1 : 0;
        }
      }
      assertThat(near).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @EnumSource(CellShape.class)
  void aPointOnAnEdgeBelongsToOneCell(CellShape shape) {
    PlaneGrid grid = shape.grid(100);
    TreeSet<Long> found = new TreeSet<>();
    for (int i = 0; i < 3; i++) {
      found.add(grid.cell(50, 0));
    }
    assertThat(found).hasSize(1);
    assertThat(grid.cell(grid.middleX(CellKey.of(3, 4)), grid.middleY(CellKey.of(3, 4))))
        .isEqualTo(CellKey.of(3, 4));
  }

  @Test
  void aCellIsNamedByShapeColumnAndRow() {
    assertThat(CellShape.HEXAGON.grid(1500).id(CellKey.of(812, 3391))).isEqualTo("h-812-3391");
    assertThat(CellShape.SQUARE.grid(1500).id(CellKey.of(-1, 0))).isEqualTo("s--1-0");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, 812, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void aKeyKeepsColumnAndRow(int number) {
    long key = CellKey.of(number, ~number);
    assertThat(CellKey.column(key)).isEqualTo(number);
    assertThat(CellKey.row(key)).isEqualTo(~number);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -5, Double.NaN, Double.POSITIVE_INFINITY})
  void cellsOfNoSizeAreRefused(double metres) {
    assertThatThrownBy(() -> new HexagonGrid(metres)).hasMessageContaining("cellMetres");
    assertThatThrownBy(() -> new SquareGrid(metres)).hasMessageContaining("cellMetres");
  }
}
