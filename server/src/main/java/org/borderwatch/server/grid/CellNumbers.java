package org.borderwatch.server.grid;

import java.util.Arrays;

/**
 * Numbers from 0 on for cells, in the order in which they are first met: a table of keys with open
 * addresses, at most half full. O(1) a cell, 24 to 48 bytes each. Not for several threads while
 * cells are added.
 */
public final class CellNumbers {
  private static final int FIRST_SLOTS = 256;
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  /** Number of the cell in each slot plus 1; 0 is a free slot. */
  private int[] slots = new int[FIRST_SLOTS];

  private long[] keys = new long[FIRST_SLOTS / 2];
  private int size;

  /** How many cells there are. */
  public int size() {
    return size;
  }

  /** The key of a cell by its number. */
  public long key(int number) {
    return keys[number];
  }

  /** The number of a cell, or -1 when it was never added. */
  public int find(long key) {
    return slots[slot(key)] - 1;
  }

  /** The number of a cell, given to it now if it had none. */
  public int add(long key) {
    int slot = slot(key);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == keys.length) {
      grow();
      slot = slot(key);
    }
    keys[size] = key;
    slots[slot] = ++size;
    return size - 1;
  }

  private int slot(long key) {
    int mask = slots.length - 1;
    int slot = (int) (key * SPREAD >>> 32) & mask;
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * size);
    slots = new int[4 * size];
    for (int number = 0; number < size; number++) {
      slots[slot(keys[number])] = number + 1;
    }
  }

  /** All keys, rising. */
  public long[] sorted() {
    long[] sorted = Arrays.copyOf(keys, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
