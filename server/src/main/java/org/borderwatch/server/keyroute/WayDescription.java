package org.borderwatch.server.keyroute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.data.network.WayClass;
import org.borderwatch.server.graph.Way;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.Weight;

/**
 * What a way over the stored network is like to whoever goes along it.
 *
 * @param lonLat degrees east and north of each vertex in turn, two vertices or more
 * @param cost in the weight by which the way was found
 * @param walkSeconds on foot; infinite where a part of it isn't open to walkers
 * @param driveSeconds by vehicle; infinite where a part of it isn't open to vehicles
 * @param ascentMetres sum of all that it climbs from vertex to vertex; NaN where no height is known
 * @param edges ids in the order in which one comes along them
 * @param profile metre of the way and height above the sea, in turn; empty where no height is known
 * @param metresByClass of each class that it uses
 * @param via numbers or names of the roads that make up most of it, in their order
 */
record WayDescription(
    double[] lonLat,
    double cost,
    double lengthMetres,
    double walkSeconds,
    double driveSeconds,
    double ascentMetres,
    List<Long> edges,
    double[] profile,
    Map<WayClass, Double> metresByClass,
    List<String> via) {
  private static final int MOST_VIA = 5;

  /** Vertices that a picture of a profile has room for. */
  private static final int MOST_PROFILE = 500;

  /**
   * Describes a way.
   *
   * @param legs one after the other, each beginning where the one before ends
   * @param start where it begins and ends, should it lead nowhere
   */
  static WayDescription of(RoadNetwork network, List<Way> legs, SnappedEnd start) {
    Collector all = new Collector(network, start);
    for (Way leg : legs) {
      for (int i = 0; i < leg.size(); i++) {
        all.add(leg.edges()[i], leg.enters(i), leg.leaves(i), leg.forward()[i]);
      }
    }
    return all.description(legs.stream().mapToDouble(Way::cost).sum());
  }

  private static final class Collector {
    private final RoadNetwork network;
    private final List<Double> lonLat = new ArrayList<>();
    private final List<Double> profile = new ArrayList<>();
    private final List<Long> edges = new ArrayList<>();
    private final Map<WayClass, Double> classes = new EnumMap<>(WayClass.class);
    private final Map<String, Double> roads = new LinkedHashMap<>();
    private double length;
    private double walk;
    private double drive;
    private double ascent;
    private double lastHeight = Double.NaN;

    Collector(RoadNetwork network, SnappedEnd start) {
      this.network = network;
      lonLat.add(start.at().lon());
      lonLat.add(start.at().lat());
    }

    void add(int edge, double from, double to, boolean forward) {
      double share = Math.abs(to - from);
      double metres = share * network.lengthMetres(edge);
      addLine(EdgePiece.of(network, edge, from, to));
      length += metres;
      walk += share * network.cost(edge, Weight.WALK_SECONDS, forward);
      drive += share * network.cost(edge, Weight.DRIVE_SECONDS, forward);
      classes.merge(network.wayClass(edge), metres, Double::sum);
      Optional<String> road = network.ref(edge).or(() -> network.name(edge));
      road.ifPresent(name -> roads.merge(name, metres, Double::sum));
      if (edges.isEmpty() || edges.get(edges.size() - 1) != network.id(edge)) {
        edges.add(network.id(edge));
      }
    }

    private void addLine(EdgePiece piece) {
      for (int i = 0; i < piece.metres().length; i++) {
        double lon = piece.lonLat()[2 * i];
        double lat = piece.lonLat()[2 * i + 1];
        boolean isNew =
            lonLat.get(lonLat.size() - 2) != lon || lonLat.get(lonLat.size() - 1) != lat;
        if (isNew) {
          lonLat.add(lon);
          lonLat.add(lat);
        }
        double height = piece.heightMetres()[i];
        if (!Double.isNaN(height) && (isNew || profile.isEmpty())) {
          ascent += Double.isNaN(lastHeight) ? 0 : Math.max(0, height - lastHeight);
          lastHeight = height;
          profile.add(length + piece.metres()[i]);
          profile.add(height);
        }
      }
    }

    WayDescription description(double cost) {
      if (lonLat.size() == 2) {
        lonLat.addAll(List.copyOf(lonLat));
      }
      return new WayDescription(
          array(lonLat),
          cost,
          length,
          walk,
          drive,
          profile.isEmpty() ? Double.NaN : ascent,
          edges,
          thinned(array(profile)),
          classes,
          via());
    }

    private List<String> via() {
      List<String> longest =
          roads.entrySet().stream()
              .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
              .limit(MOST_VIA)
              .map(Map.Entry::getKey)
              .toList();
      return roads.keySet().stream().filter(longest::contains).toList();
    }
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Of each stretch of a long profile its lowest and its highest place, in their order. */
  private static double[] thinned(double[] profile) {
    int points = profile.length / 2;
    if (points <= MOST_PROFILE) {
      return profile;
    }
    int stretches = MOST_PROFILE / 2 - 1;
    List<Double> kept = new ArrayList<>(List.of(profile[0], profile[1]));
    for (int i = 0; i < stretches; i++) {
      int from = 1 + (int) ((long) (points - 2) * i / stretches);
      int until = 1 + (int) ((long) (points - 2) * (i + 1) / stretches);
      int low = from;
      int high = from;
      for (int p = from; p < until; p++) {
        low = profile[2 * p + 1] < profile[2 * low + 1] ? p : low;
        high = profile[2 * p + 1] > profile[2 * high + 1] ? p : high;
      }
      for (int p :
          low == high ? new int[] {low} : new int[] {Math.min(low, high), Math.max(low, high)}) {
        kept.add(profile[2 * p]);
        kept.add(profile[2 * p + 1]);
      }
    }
    kept.add(profile[2 * points - 2]);
    kept.add(profile[2 * points - 1]);
    return array(kept);
  }
}
