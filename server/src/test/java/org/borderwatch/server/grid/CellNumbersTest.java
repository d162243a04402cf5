package org.borderwatch.server.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellNumbersTest {
  @Test
  void nothingIsFoundInAnEmptyTable() {
    CellNumbers numbers = new CellNumbers();
    assertThat(numbers.size()).isZero();
    assertThat(numbers.find(0)).isEqualTo(-1);
    assertThat(numbers.sorted()).isEmpty();
  }

  @Test
  void everyCellKeepsTheNumberThatItGotFirst() {
    CellNumbers numbers = new CellNumbers();
    Map<Long, Integer> plain = new HashMap<>();
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      long key = CellKey.of(random.nextInt(-150, 150), random.nextInt(-150, 150));
      Integer known = plain.putIfAbsent(key, plain.size());
      assertThat(numbers.add(key)).isEqualTo(known == null ? plain.size() - 1 : known);
    }
    assertThat(numbers.size()).isEqualTo(plain.size());
    plain.forEach((key, number) -> assertThat(numbers.find(key)).isEqualTo(number));
    assertThat(numbers.find(CellKey.of(1000, 0))).isEqualTo(-1);
    assertThat(numbers.sorted())
        .isEqualTo(plain.keySet().stream().mapToLong(Long::longValue).sorted().toArray());
  }
}
