package org.borderwatch.data.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeStoreTest {

  @Test
  void anEmptyStoreFindsNothing() {
    NodeStore store = new NodeStore();
    assertThat(store.sort()).isZero();
    assertThat(store.size()).isZero();
    assertThat(store.new Finder().find(1)).isEqualTo(Vertices.MISSING);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 5, false",
    "2, 5, true",
    "65536, 3, false",
    "200000, 40, false",
    "200000, 40, true",
    "5000, 4000000000, false",
    "5000, 4000000000, true",
    "70000, 1, true",
  })
  void everyNodeIsFoundAndNoOther(int nodes, long widestStep, boolean shuffled) {
    Random random = new Random(nodes + widestStep);
    NodeStore store = new NodeStore();
    Map<Long, Integer> last = new HashMap<>();
    long id = -1000;
    for (int i = 0; i < nodes; i++) {
      id =
          shuffled
              ? (random.nextLong() >> 20) % (nodes * widestStep)
              : id + 1 + (random.nextLong() >>> 1) % widestStep;
      store.add(id, i, -i);
      last.put(id, i);
    }
    assertThat(store.sort()).isEqualTo(nodes - last.size());
    assertThat(store.size()).isEqualTo(last.size());
    NodeStore.Finder finder = store.new Finder();
    last.forEach(
        (node, place) -> {
          int vertex = finder.find(node);
          assertThat(store.lonE7(vertex)).isEqualTo(place);
          assertThat(store.latE7(vertex)).isEqualTo(-place);
          long other = node + 1;
          if (!last.containsKey(other)) {
            assertThat(finder.find(other)).isEqualTo(Vertices.MISSING);
          }
        });
    assertThat(finder.find(Long.MAX_VALUE)).isEqualTo(Vertices.MISSING);
    assertThat(finder.find(Long.MIN_VALUE)).isEqualTo(Vertices.MISSING);
  }
}
