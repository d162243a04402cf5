package org.borderwatch.server.keyroute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.place.Gate;
import org.borderwatch.data.place.Place;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.graph.Trips;
import org.borderwatch.server.keyroute.DemandAsked.Listed;
import org.borderwatch.server.keyroute.DemandAsked.Product;
import org.borderwatch.server.keyroute.DemandAsked.Seen;
import org.borderwatch.server.keyroute.EndsAsked.Layer;
import org.borderwatch.server.keyroute.EndsAsked.Points;
import org.borderwatch.server.study.Refusal;

/**
 * The trips over the stored network that were asked for.
 *
 * <p>With a demand from detections everybody goes from the town of the province of departure to
 * where they were seen; detections whose province isn't known are left out and counted. Where
 * origins are given as well, each detection's demand is shared evenly among them; likewise where
 * destinations are given.
 *
 * @param asked which detections
 * @param progress may cancel the search
 */
record StoredTrips(
    SegmentSources sources,
    NetworkNodes nodes,
    SegmentsQuestion question,
    DetectionFilter asked,
    Progress progress) {

  /**
   * What was found.
   *
   * @param unit of demand and loads
   * @param unknownOrigin detections left out as nobody knows where the people came from
   * @param synthetic whether simulated detections had a say
   * @param detections version of the detections; empty when they had no say
   */
  record Found(
      Trips trips,
      String unit,
      int origins,
      int destinations,
      int unsnappedOrigins,
      int unsnappedDestinations,
      long unknownOrigin,
      boolean synthetic,
      Optional<String> detections) {
    /** Version of all data that had a say. */
    String version(String network) {
      return detections.map(seen -> seen + "+" + network).orElse(network);
    }
  }

  Found find() {
    if (question.demand() instanceof Seen seen
        && question.origins() == Layer.PROVINCES
        && question.destinations() == Layer.DETECTIONS) {
      return departures(seen.weight());
    }
    boolean isSeen = question.demand() instanceof Seen;
    DetectionView view = sources.study().detections().get();
    DetectionFilter filter = view.decide(asked);
    TripEnds origins = ends("origins", question.origins(), view, filter);
    TripEnds destinations = ends("destinations", question.destinations(), view, filter);
    Trips trips;
    if (question.demand() instanceof Listed listed) {
      trips = TripsAsked.listed(size(), listed.trips(), origins, destinations);
    } else if (isSeen && question.origins() == Layer.DETECTIONS) {
      trips = TripsAsked.product(size(), origins, destinations.found().together());
    } else if (isSeen) {
      trips = TripsAsked.product(size(), origins.found().together(), destinations);
    } else {
      trips = TripsAsked.product(size(), origins, destinations);
    }
    boolean hadSay =
        question.origins() == Layer.DETECTIONS || question.destinations() == Layer.DETECTIONS;
    return new Found(
        trips,
        unit(),
        origins.size(),
        destinations.size(),
        origins.unsnapped(),
        destinations.unsnapped(),
        0,
        hadSay && filter.synthetic().orElse(false),
        hadSay ? Optional.of(view.version()) : Optional.empty());
  }

  private int size() {
    return nodes.network().nodes();
  }

  private String unit() {
    if (question.demand() instanceof Seen seen) {
      return seen.weight().code();
    }
    return question.demand() instanceof Product product ? product.unit() : "demand";
  }

  private TripEnds ends(String input, EndsAsked ends, DetectionView view, DetectionFilter filter) {
    if (ends instanceof EndsAsked.Everywhere) {
      return TripEnds.everywhere(size());
    }
    TripEnds found =
        ends instanceof Points points
            ? TripEnds.of(points, nodes::near)
            : ofLayer((Layer) ends, view, filter);
    TripsAsked.requireSome(input, found, nodes.snapMetres());
    return found;
  }

  private TripEnds ofLayer(Layer layer, DetectionView view, DetectionFilter filter) {
    return switch (layer) {
      case GATES -> {
        Map<String, LonLat> gates = new TreeMap<>();
        for (Gate gate : sources.study().layers().gates()) {
          gates.put(gate.code(), gate.position());
        }
        yield named(gates, nodes::near);
      }
      case STATIONS -> {
        Map<String, LonLat> stations = new TreeMap<>();
        sources.study().stretches().get().stream()
            .map(stretch -> stretch.station())
            .distinct()
            .forEach(
                code -> sources.stations().apply(code).ifPresent(at -> stations.put(code, at)));
        yield named(stations, nodes::near);
      }
      case PLACES -> places();
      case PROVINCES -> named(ProvinceTowns.of(sources.study().layers()), nodes::entrance);
      case DETECTIONS -> seen(view, filter);
    };
  }

  private static TripEnds named(Map<String, LonLat> places, TripEnds.Snap snap) {
    int[] found = new int[places.size()];
    double[] one = new double[found.length];
    Arrays.fill(one, 1);
    int i = 0;
    for (LonLat at : places.values()) {
      found[i++] = snap.node(at.lon(), at.lat());
    }
    return new TripEnds(found, one, List.copyOf(places.keySet()), false);
  }

  private TripEnds places() {
    List<Place> places = sources.study().layers().places();
    int[] found = new int[places.size()];
    double[] one = new double[found.length];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      found[i] = nodes.near(places.get(i).lon(), places.get(i).lat());
      one[i] = 1;
      names.add(places.get(i).name());
    }
    return new TripEnds(found, one, names, false);
  }

  /** Each place counts for what was seen there, where that is asked for; otherwise once. */
  private TripEnds seen(DetectionView view, DetectionFilter filter) {
    Optional<Weight> weight =
        question.demand() instanceof Seen seen ? Optional.of(seen.weight()) : Optional.empty();
    Map<Long, Long> places = SeenPlaces.of(view, filter, weight.orElse(Weight.DETECTIONS));
    if (places.isEmpty()) {
      throw Refusal.of(
          "filter",
          "Không có vụ phát hiện nào phù hợp với filter.",
          "No detection fits the filter.");
    }
    int[] found = new int[places.size()];
    double[] amounts = new double[found.length];
    int i = 0;
    for (Map.Entry<Long, Long> place : places.entrySet()) {
      found[i] = nodeOf(place.getKey());
      amounts[i++] = weight.isPresent() ? place.getValue() : 1;
    }
    return new TripEnds(found, amounts, List.of(), false);
  }

  /** From the town of each detection's province to where it was. */
  private Found departures(Weight weight) {
    DetectionView view = sources.study().detections().get();
    DetectionFilter filter = view.decide(asked);
    Map<String, LonLat> towns = ProvinceTowns.of(sources.study().layers());
    Map<String, Integer> entrances = new HashMap<>();
    Map<Long, Integer> seenAt = new HashMap<>();
    Map<Long, Double> demand = new TreeMap<>();
    long[] unknownAndUnsnapped = new long[2];
    sources
        .departures()
        .each(
            filter,
            (province, lon, lat, persons) -> {
              progress.check();
              LonLat town = province.map(towns::get).orElse(null);
              if (town == null) {
                unknownAndUnsnapped[0]++;
                return;
              }
              int from =
                  entrances.computeIfAbsent(
                      province.get(), code -> nodes.entrance(town.lon(), town.lat()));
              int to = seenAt.computeIfAbsent(SeenPlaces.place(lon, lat), this::nodeOf);
              if (from == TripEnds.NOWHERE || to == TripEnds.NOWHERE) {
                unknownAndUnsnapped[1]++;
                return;
              }
              demand.merge(
                  (long) from << 32 | to, weight == Weight.PERSONS ? persons : 1.0, Double::sum);
            });
    if (demand.isEmpty()) {
      throw Refusal.of(
          "demand",
          "Không có vụ phát hiện nào phù hợp vừa biết tỉnh xuất phát vừa gần đường; hãy cho origins.",
          "No detection that fits has both a known province of departure and a way near it; give origins.");
    }
    int[] from = new int[demand.size()];
    int[] to = new int[demand.size()];
    double[] amount = new double[demand.size()];
    int i = 0;
    for (Map.Entry<Long, Double> trip : demand.entrySet()) {
      from[i] = (int) (trip.getKey() >>> 32);
      to[i] = (int) (long) trip.getKey();
      amount[i++] = trip.getValue();
    }
    return new Found(
        Trips.listed(size(), from, to, amount),
        weight.code(),
        entrances.size(),
        seenAt.size(),
        0,
        (int) unknownAndUnsnapped[1],
        unknownAndUnsnapped[0],
        filter.synthetic().orElse(false),
        Optional.of(view.version()));
  }

  private int nodeOf(long place) {
    progress.check();
    return nodes.near(SeenPlaces.lon(place), SeenPlaces.lat(place));
  }
}
