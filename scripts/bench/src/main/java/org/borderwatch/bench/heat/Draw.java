package org.borderwatch.bench.heat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.borderwatch.data.Word;

/** Chance with a seed, in the words of filters. Not for several threads. */
final class Draw {
  private final Random random;

  Draw(long seed) {
    this.random = new Random(seed);
  }

  /** 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** 1 to {@code most}. */
  long upTo(long most) {
    return 1 + (long) (random.nextDouble() * most);
  }

  double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** One or two of the words of a kind, as a query has them. */
  <W extends Enum<W> & Word> String oneOrTwo(Class<W> kind) {
    return some(List.of(kind.getEnumConstants()), 1 + random.nextInt(2)).stream()
        .map(Word::code)
        .collect(Collectors.joining(","));
  }

  /** {@code count} different ones. */
  <T> List<T> some(List<T> all, int count) {
    List<T> mixed = new ArrayList<>(all);
    Collections.shuffle(mixed, random);
    return mixed.subList(0, Math.min(count, mixed.size()));
  }
}
