package org.borderwatch.data.network;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The numbers under which junctions are handed out, by vertex: a bit for each vertex and an int for
 * each junction, where a list by vertex would take an int for each vertex of the files. One thread.
 */
final class NodeNumbers {
  private final long[] words;
  private final int[] before;
  private final int[] numbers;
  private int given;

  NodeNumbers(BitSet junctions) {
    words = junctions.toLongArray();
    before = new int[words.length];
    int count = 0;
    for (int i = 0; i < words.length; i++) {
      before[i] = count;
      count += Long.bitCount(words[i]);
    }
    numbers = new int[count];
    Arrays.fill(numbers, -1);
  }

  private int rank(int vertex) {
    int word = vertex >>> 6;
    return before[word] + Long.bitCount(words[word] & ((1L << vertex) - 1));
  }

  /** The number of a junction, -1 when it has none yet. */
  int of(int vertex) {
    return numbers[rank(vertex)];
  }

  /** Gives a junction the next number. */
  int give(int vertex) {
    int number = given++;
    numbers[rank(vertex)] = number;
    return number;
  }

  /** How many have a number. */
  int given() {
    return given;
  }
}
