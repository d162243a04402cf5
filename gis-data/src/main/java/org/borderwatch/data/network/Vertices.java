package org.borderwatch.data.network;

/** Positions by number, from 0 on. Thread-safe once complete. */
interface Vertices {
  /** The number of a position that isn't there. */
  int MISSING = -1;

  /** Stands between two pieces of one line. */
  int BREAK = -2;

  int size();

  /** Ten-millionths of a degree east. */
  int lonE7(int vertex);

  /** Ten-millionths of a degree north. */
  int latE7(int vertex);

  /** Degrees east. */
  default double lon(int vertex) {
    return lonE7(vertex) / 1e7;
  }

  /** Degrees north. */
  default double lat(int vertex) {
    return latE7(vertex) / 1e7;
  }

  /** Degrees east and north of each of {@code numbers} from one index to before another. */
  default double[] lonLat(int[] numbers, int from, int until) {
    double[] lonLat = new double[2 * (until - from)];
    for (int i = from; i < until; i++) {
      lonLat[2 * (i - from)] = lon(numbers[i]);
      lonLat[2 * (i - from) + 1] = lat(numbers[i]);
    }
    return lonLat;
  }
}
