package org.borderwatch.server.detection;

import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Source;

/** Takes events, one after the other. */
@FunctionalInterface
public interface EventSink {
  /**
   * One detection.
   *
   * @param lon degrees east, WGS 84
   * @param lat degrees north
   * @param second since 1970
   * @param persons in the group
   * @param source how it became known
   * @param with the neighbour whose line is nearest
   * @param borderKm chainage along that line
   */
  void event(
      double lon,
      double lat,
      long second,
      int persons,
      Source source,
      Neighbour with,
      double borderKm);
}
