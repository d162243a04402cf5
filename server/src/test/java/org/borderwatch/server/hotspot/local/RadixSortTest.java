package org.borderwatch.server.hotspot.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 2", "1000, 1", "100000, 1", "100000, 4"})
  void asAStableSortOfDoublesOfAnySign(int n, int threads) {
    Random random = new Random(n);
    double[] values =
        random.doubles(n).map(value -> Math.rint(1e4 * (value - 0.5)) * 1e-290).toArray();
    long[] keys = Arrays.stream(values).mapToLong(RadixSort::key).toArray();

    int[] fast =
        RadixSort.sort(keys, IntStream.range(0, n).toArray(), Crew.of(threads, Progress.UNWATCHED));

    int[] slow =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i] + 0.0))
            .mapToInt(Integer::intValue)
            .toArray();
    assertThat(fast).isEqualTo(slow);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e300, -1, -Double.MIN_VALUE, 0, Double.MIN_VALUE, 2, 1e300})
  void keysRiseAsDoublesDo(double value) {
    long key = RadixSort.key(value);

    assertThat(Long.compareUnsigned(key, RadixSort.key(Math.nextUp(value)))).isNegative();
    assertThat(RadixSort.key(-0.0)).isEqualTo(RadixSort.key(0.0));
  }
}
