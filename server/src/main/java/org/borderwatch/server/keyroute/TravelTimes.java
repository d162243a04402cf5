package org.borderwatch.server.keyroute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.graph.WayEnd;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.Weight;

/** How long it takes from one place to each of many over the network. */
public final class TravelTimes {
  private TravelTimes() {}

  /**
   * Seconds (or metres, by the weight) from a place to each of many, in their order; infinite where
   * no way leads, where it takes more than {@code most}, and where no way lies within {@code
   * maxSnapMetres}. What lies between a place and its way counts nothing. One search, whatever
   * their number, and microseconds a place.
   */
  public static double[] of(
      RoadNetwork network,
      Weight weight,
      LonLat from,
      List<LonLat> to,
      double maxSnapMetres,
      double most) {
    BitSet open = new BitSet();
    double[] times = new double[to.size()];
    Arrays.fill(times, Double.POSITIVE_INFINITY);
    Optional<SnappedEnd> start =
        SnappedEnd.nearest(network, weight, from.lon(), from.lat(), maxSnapMetres, open);
    if (start.isEmpty()) {
      return times;
    }
    List<WayEnd> ends = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < to.size(); i++) {
      Optional<SnappedEnd> end =
          SnappedEnd.nearest(
              network, weight, to.get(i).lon(), to.get(i).lat(), maxSnapMetres, open);
      if (end.isPresent()) {
        ends.add(end.get().end());
        numbers.add(i);
      }
    }
    double[] found = network.finder(weight).costs(start.get().end(), ends, open, most);
    for (int i = 0; i < found.length; i++) {
      times[numbers.get(i)] = found[i];
    }
    return times;
  }
}
