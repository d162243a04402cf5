package org.borderwatch.server.detection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.borderwatch.server.detection.column.StationCodes;

/**
 * Numbers of stations by the bytes of their codes: a table of one reader in front of the one that
 * all share, so that a text is made once for each station. Not for several threads.
 */
final class StationBytes {
  private static final int FIRST_SIZE = 256;

  private final StationCodes stations;
  private byte[][] names = new byte[FIRST_SIZE][];
  private char[] codes = new char[FIRST_SIZE];
  private int used;

  StationBytes(StationCodes stations) {
    this.stations = stations;
  }

  /** The number of the station in {@code bytes} from {@code from} to before {@code until}. */
  char find(byte[] bytes, int from, int until) {
    int slot = slot(bytes, from, until);
    if (names[slot] == null) {
      byte[] name = Arrays.copyOfRange(bytes, from, until);
      if (2 * ++used > names.length) {
        grow();
        slot = slot(name, 0, name.length);
      }
      names[slot] = name;
      codes[slot] = stations.of(new String(name, StandardCharsets.UTF_8));
    }
    return codes[slot];
  }

  /** Where the name stands, or the free place where it would. */
  private int slot(byte[] bytes, int from, int until) {
    int hash = 0;
    for (int i = from; i < until; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = hash & (names.length - 1);
    while (names[slot] != null
        && !Arrays.equals(bytes, from, until, names[slot], 0, names[slot].length)) {
      slot = (slot + 1) & (names.length - 1);
    }
    return slot;
  }

  private void grow() {
    byte[][] oldNames = names;
    char[] oldCodes = codes;
    names = new byte[2 * oldNames.length][];
    codes = new char[names.length];
    for (int i = 0; i < oldNames.length; i++) {
      if (oldNames[i] != null) {
        int slot = slot(oldNames[i], 0, oldNames[i].length);
        names[slot] = oldNames[i];
        codes[slot] = oldCodes[i];
      }
    }
  }
}
