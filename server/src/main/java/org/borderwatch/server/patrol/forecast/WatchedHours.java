package org.borderwatch.server.patrol.forecast;

import java.util.Arrays;

/**
 * Patrol hours by slice of time, bin of the border and hour of the week; only those above 0 take
 * room. Slices are added in their order. Not for several threads while it is filled.
 */
final class WatchedHours {
  private int size;
  private int[] slice = new int[1024];
  private int[] bin = new int[1024];
  private int[] hourOfWeek = new int[1024];
  private double[] hours = new double[1024];

  /** Adds hours, above 0, of a slice no earlier than the last. */
  void add(int ofSlice, int ofBin, int atHourOfWeek, double more) {
    if (size == slice.length) {
      int room = 2 * size;
      slice = Arrays.copyOf(slice, room);
      bin = Arrays.copyOf(bin, room);
      hourOfWeek = Arrays.copyOf(hourOfWeek, room);
      hours = Arrays.copyOf(hours, room);
    }
    slice[size] = ofSlice;
    bin[size] = ofBin;
    hourOfWeek[size] = atHourOfWeek;
    hours[size] = more;
    size++;
  }

  int size() {
    return size;
  }

  int slice(int entry) {
    return slice[entry];
  }

  int bin(int entry) {
    return bin[entry];
  }

  /** From Monday midnight, 0 to 167. */
  int hourOfWeek(int entry) {
    return hourOfWeek[entry];
  }

  double hours(int entry) {
    return hours[entry];
  }

  /** First entry of a slice or a later one. */
  int first(int ofSlice) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (slice[middle] < ofSlice) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
