package org.borderwatch.server.keyroute;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.graph.Trips;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.keyroute.DemandAsked.End;
import org.borderwatch.server.keyroute.DemandAsked.Trip;
import org.borderwatch.server.study.Refusal;

/** Trips between ends that were found on a network. */
final class TripsAsked {
  private TripsAsked() {}

  /** From each origin to each destination what both count for, multiplied. */
  static Trips product(int nodes, TripEnds origins, TripEnds destinations) {
    TripEnds from = origins.found();
    TripEnds to = destinations.found();
    return Trips.product(nodes, from.nodes(), from.amounts(), to.nodes(), to.amounts());
  }

  /**
   * The trips of a list; those with an end that lies too far from any way are left out.
   *
   * @throws BadParameter naming an end that isn't among the origins or destinations
   */
  static Trips listed(int nodes, List<Trip> trips, TripEnds origins, TripEnds destinations) {
    Map<String, Integer> originNumbers = origins.byLabel();
    Map<String, Integer> destinationNumbers = destinations.byLabel();
    int[] from = new int[trips.size()];
    int[] to = new int[trips.size()];
    double[] demand = new double[trips.size()];
    int count = 0;
    for (int i = 0; i < trips.size(); i++) {
      Trip trip = trips.get(i);
      from[count] = node(i, "origins", trip.origin(), origins, originNumbers);
      to[count] = node(i, "destinations", trip.destination(), destinations, destinationNumbers);
      demand[count] = trip.demand();
      count += from[count] != TripEnds.NOWHERE && to[count] != TripEnds.NOWHERE ? 1 : 0;
    }
    return Trips.listed(
        nodes, Arrays.copyOf(from, count), Arrays.copyOf(to, count), Arrays.copyOf(demand, count));
  }

  private static int node(
      int trip, String input, End end, TripEnds ends, Map<String, Integer> numbers) {
    int number = ends.number(end, numbers);
    if (number < 0) {
      throw new BadParameter(
          "demand",
          "demand[%d] names %s, which is neither an id nor a number from 0 of %s"
              .formatted(trip, end.name(), input));
    }
    return ends.nodes()[number];
  }

  /** Refuses ends of which none lies near a way, though there are some. */
  static void requireSome(String input, TripEnds ends, double snapMetres) {
    if (ends.size() > 0 && ends.unsnapped() == ends.size()) {
      throw Refusal.of(
          input,
          "Không điểm nào của %s có đường trong vòng %.0f m; hãy tăng snapMetres hoặc kiểm tra tọa độ."
              .formatted(input, snapMetres),
          "None of the points of %s has a way within %.0f m; take a larger snapMetres, or look at the coordinates."
              .formatted(input, snapMetres));
    }
  }
}
