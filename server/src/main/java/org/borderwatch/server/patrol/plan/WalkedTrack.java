package org.borderwatch.server.patrol.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a patrol of a station went.
 *
 * @param station code
 * @param team the word that its device knows it by, if it says one
 * @param legs without gaps; between legs nothing is known
 */
public record WalkedTrack(String station, @Nullable String team, List<Leg> legs) {
  public WalkedTrack {
    legs = List.copyOf(legs);
  }

  /**
   * A line with a time at each vertex, walked evenly between two of them.
   *
   * @param metres east and north in turn, UTM zone 48N
   * @param seconds of the epoch, rising
   */
  public record Leg(double[] metres, double[] seconds) {}
}
