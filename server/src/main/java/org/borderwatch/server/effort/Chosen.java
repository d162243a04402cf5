package org.borderwatch.server.effort;

import java.util.List;

/** Which tracks and watches a filter means, whatever their time. Immutable. */
final class Chosen {
  private final boolean synthetic;

  /** By number of the station, the last for effort without one; null where all are meant. */
  private final boolean[] stations;

  Chosen(EffortFilter filter, List<String> stationCodes) {
    synthetic = filter.synthetic();
    stations = new boolean[stationCodes.size()];
    for (int i = 0; i < stations.length; i++) {
      stations[i] = filter.stations().isEmpty() || filter.stations().contains(stationCodes.get(i));
    }
  }

  boolean has(int station, boolean isSynthetic) {
    return isSynthetic == synthetic && stations[station];
  }
}
