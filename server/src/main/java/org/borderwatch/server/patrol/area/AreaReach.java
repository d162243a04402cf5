package org.borderwatch.server.patrol.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.graph.Way;
import org.borderwatch.server.keyroute.EdgePiece;
import org.borderwatch.server.keyroute.SnappedEnd;
import org.borderwatch.server.keyroute.TravelTimes;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.Weight;

/**
 * How long a team takes from a post to places on the border, and by which way: over the network,
 * and over open ground at {@value #OFF_TRAIL_KMH} km/h between a place and the nearest way. Without
 * any network it is the straight line times {@value #DETOUR} at {@value #WALK_KMH} km/h, which is
 * approximate and has to be called so.
 */
public final class AreaReach {
  private static final double OFF_TRAIL_KMH = 2;
  private static final double WALK_KMH = 4;
  private static final double DETOUR = 1.5;
  private static final double SNAP_METRES = 3000;

  private final RoadNetwork network;
  private final Weight weight;
  private final double mostMinutes;

  /** Over a network, no farther than {@code mostMinutes}. */
  public AreaReach(RoadNetwork network, Weight weight, double mostMinutes) {
    this.network = network;
    this.weight = weight;
    this.mostMinutes = mostMinutes;
  }

  /** Whether there is no network, and all times are guesses along straight lines. */
  public boolean isApproximate() {
    return network.edges() == 0;
  }

  /** Minutes from a post to each place; infinite beyond the most. One search. */
  public double[] minutes(Post post, List<LonLat> places) {
    double[] minutes = new double[places.size()];
    if (isApproximate()) {
      Arrays.setAll(minutes, i -> metres(post, places.get(i)) * DETOUR / 1000 / WALK_KMH * 60);
    } else {
      double off = offTrailMinutes(post.lon(), post.lat());
      double[] seconds =
          TravelTimes.of(
              network,
              weight,
              new LonLat(post.lon(), post.lat()),
              places,
              SNAP_METRES,
              mostMinutes * 60);
      Arrays.setAll(
          minutes,
          i -> off + seconds[i] / 60 + offTrailMinutes(places.get(i).lon(), places.get(i).lat()));
    }
    Arrays.setAll(minutes, i -> minutes[i] <= mostMinutes ? minutes[i] : Double.POSITIVE_INFINITY);
    return minutes;
  }

  /** The way from a post to a place: longitude and latitude in turn, both ends included. */
  public double[] way(Post post, LonLat place) {
    List<Double> line = new ArrayList<>(List.of(post.lon(), post.lat()));
    if (!isApproximate()) {
      BitSet open = new BitSet();
      Optional<SnappedEnd> from =
          SnappedEnd.nearest(network, weight, post.lon(), post.lat(), SNAP_METRES, open);
      Optional<SnappedEnd> to =
          SnappedEnd.nearest(network, weight, place.lon(), place.lat(), SNAP_METRES, open);
      if (from.isPresent() && to.isPresent()) {
        network
            .finder(weight)
            .shortest(from.get().end(), to.get().end(), open)
            .ifPresent(way -> add(way, line));
      }
    }
    line.addAll(List.of(place.lon(), place.lat()));
    return line.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void add(Way way, List<Double> line) {
    for (int i = 0; i < way.size(); i++) {
      for (double ordinate :
          EdgePiece.of(network, way.edges()[i], way.enters(i), way.leaves(i)).lonLat()) {
        line.add(ordinate);
      }
    }
  }

  private double offTrailMinutes(double lon, double lat) {
    return network
            .nearest(lon, lat, SNAP_METRES, weight)
            .map(at -> at.distanceMetres())
            .orElse(Double.POSITIVE_INFINITY)
        / 1000
        / OFF_TRAIL_KMH
        * 60;
  }

  private static double metres(Post post, LonLat place) {
    UtmZone.Metres from = UtmZone.VIET_NAM.metres(post.lon(), post.lat());
    UtmZone.Metres to = UtmZone.VIET_NAM.metres(place.lon(), place.lat());
    return Math.hypot(from.east() - to.east(), from.north() - to.north());
  }
}
