package org.borderwatch.server.keyroute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.detection.EventSink;
import org.borderwatch.server.detection.Weight;

/**
 * Where detections were made, to 1e-4 degrees (about 10 m): what lies nearer together is one place.
 */
final class SeenPlaces {
  private static final double STEPS_A_DEGREE = 1e4;

  private SeenPlaces() {}

  /** The place of a position, as one number. */
  static long place(double lon, double lat) {
    return Math.round(lon * STEPS_A_DEGREE) << 32
        | (Math.round(lat * STEPS_A_DEGREE) & 0xffff_ffffL);
  }

  /** Degrees east of a place. */
  static double lon(long place) {
    return (int) (place >> 32) / STEPS_A_DEGREE;
  }

  /** Degrees north of a place. */
  static double lat(long place) {
    return (int) place / STEPS_A_DEGREE;
  }

  /** The places of {@code filter} in an order of their own, with what was seen at each. */
  static Map<Long, Long> of(DetectionView view, DetectionFilter filter, Weight weight) {
    List<Tally> tallies = view.events(filter, () -> new Tally(weight));
    Map<Long, Long> sum = new HashMap<>();
    for (Tally tally : tallies) {
      tally.counts.forEach((place, count) -> sum.merge(place, count, Long::sum));
    }
    return new java.util.TreeMap<>(sum);
  }

  /** Counts in one thread. */
  private static final class Tally implements EventSink {
    private final Weight weight;
    private final Map<Long, Long> counts = new HashMap<>();

    Tally(Weight weight) {
      this.weight = weight;
    }

    @Override
    public void event(
        double lon,
        double lat,
        long second,
        int persons,
        Source source,
        Neighbour with,
        double borderKm) {
      counts.merge(place(lon, lat), weight == Weight.PERSONS ? persons : 1L, Long::sum);
    }
  }
}
