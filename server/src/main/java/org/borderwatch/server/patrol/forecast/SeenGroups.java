package org.borderwatch.server.patrol.forecast;

import java.util.Arrays;
import org.borderwatch.data.detection.Source;

/**
 * Groups that were seen, one a row: slice of time, bin of the border, hour of the week, how many
 * people, who saw them. In no order. Not for several threads while it is filled.
 */
final class SeenGroups {
  private int size;
  private int[] slice = new int[1024];
  private int[] bin = new int[1024];
  private int[] hourOfWeek = new int[1024];
  private int[] persons = new int[1024];
  private byte[] source = new byte[1024];

  void add(int ofSlice, int ofBin, int atHourOfWeek, int people, Source by) {
    if (size == slice.length) {
      int room = 2 * size;
      slice = Arrays.copyOf(slice, room);
      bin = Arrays.copyOf(bin, room);
      hourOfWeek = Arrays.copyOf(hourOfWeek, room);
      persons = Arrays.copyOf(persons, room);
      source = Arrays.copyOf(source, room);
    }
    slice[size] = ofSlice;
    bin[size] = ofBin;
    hourOfWeek[size] = atHourOfWeek;
    persons[size] = people;
    source[size] = (byte) by.ordinal();
    size++;
  }

  void addAll(SeenGroups other) {
    for (int row = 0; row < other.size; row++) {
      add(
          other.slice[row],
          other.bin[row],
          other.hourOfWeek[row],
          other.persons[row],
          SOURCES[other.source[row]]);
    }
  }

  private static final Source[] SOURCES = Source.values();

  int size() {
    return size;
  }

  int slice(int row) {
    return slice[row];
  }

  int bin(int row) {
    return bin[row];
  }

  int hourOfWeek(int row) {
    return hourOfWeek[row];
  }

  int persons(int row) {
    return persons[row];
  }

  Source source(int row) {
    return SOURCES[source[row]];
  }

  boolean byPatrol(int row) {
    return source[row] == Source.PATROL.ordinal();
  }
}
