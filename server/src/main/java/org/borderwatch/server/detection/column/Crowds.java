package org.borderwatch.server.detection.column;

import java.util.Arrays;

/**
 * The few rows of a block with {@value Block#CROWD} people or more, whose counts don't fit a byte.
 *
 * @param rows where they stand in the block, rising
 * @param persons how many people
 * @param women of them
 * @param children of them
 */
record Crowds(int[] rows, int[] persons, int[] women, int[] children) {
  int persons(int row) {
    return persons[at(row)];
  }

  int women(int row) {
    return women[at(row)];
  }

  int children(int row) {
    return children[at(row)];
  }

  private int at(int row) {
    return Arrays.binarySearch(rows, row);
  }
}
