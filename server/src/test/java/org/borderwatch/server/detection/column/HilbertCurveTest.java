package org.borderwatch.server.detection.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HilbertCurveTest {
  private static final int CELL = 1 << (32 - HilbertCurve.LEVELS);

  @Test
  void theCurveVisitsEveryCellOnceAndTakesOneStepAtATime() {
    int side = 64;
    Map<Long, int[]> visited = new HashMap<>();
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        long key =
            HilbertCurve.key(Integer.MIN_VALUE + column * CELL, Integer.MIN_VALUE + row * CELL);
        visited.put(key, new int[] {column, row});
      }
    }
    assertThat(visited).hasSize(side * side);
    for (long key = 1; key < (long) side * side; key++) {
      int[] before = visited.get(key - 1);
      int[] here = visited.get(key);
      assertThat(Math.abs(here[0] - before[0]) + Math.abs(here[1] - before[1])).isEqualTo(1);
    }
  }
}
