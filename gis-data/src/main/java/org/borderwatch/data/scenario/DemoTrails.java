package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.network.WayClass;

/**
 * Small roads to gates, stations and hamlets, and a dense web of trails from there to the mouths.
 * All of it is made up.
 */
final class DemoTrails {
  private static final LaidWays.Kind GATE_ROAD =
      new LaidWays.Kind(WayClass.TERTIARY, null, "asphalt");
  private static final LaidWays.Kind STATION_ROAD =
      new LaidWays.Kind(WayClass.UNCLASSIFIED, null, "concrete");
  private static final LaidWays.Kind HAMLET_ROAD =
      new LaidWays.Kind(WayClass.UNCLASSIFIED, null, "gravel");
  private static final LaidWays.Kind TRACK = new LaidWays.Kind(WayClass.TRACK, null, "ground");
  private static final LaidWays.Kind TRAIL = new LaidWays.Kind(WayClass.PATH, null, "ground");

  private static final double HAMLETS_APART_METRES = 3_200;
  private static final double HAMLETS_FROM_METRES = 1_200;
  private static final double TRAILS_UP_TO_METRES = 13_000;
  private static final double KEPT = 0.36;
  private static final double STEEPEST = 0.22;
  private static final double OWN_TRAIL_METRES = 2_200;
  private static final double OWN_STEP_METRES = 550;
  private static final int WAYS_OUT = 3;
  private static final double MOST_WALK_SECONDS = 5 * 3_600;

  private final long seed;
  private final Mesh mesh;
  private final LaidWays ways;
  private final DemoRoads roads;
  private final List<Integer> hamlets = new ArrayList<>();
  private final int[] mouthPlaces;

  DemoTrails(long seed, Mesh mesh, LaidWays ways, DemoRoads roads, int mouths) {
    this.seed = seed;
    this.mesh = mesh;
    this.ways = ways;
    this.roads = roads;
    this.mouthPlaces = new int[mouths];
  }

  void lay(List<Mouth> allMouths, List<DemoStation> stations) {
    roadsTo(allMouths.stream().filter(Mouth::isGate).map(this::gate).toList(), GATE_ROAD);
    roadsTo(stations.stream().map(station -> place(station.position(), 0)).toList(), STATION_ROAD);
    findHamlets();
    roadsTo(hamlets, HAMLET_ROAD);
    for (Mouth mouth : allMouths) {
      if (!mouth.isGate()) {
        trailsFrom(mouth);
      }
    }
    alongTheLine(allMouths);
    scatter();
    dropLoose();
  }

  /** Places where people live. */
  List<Integer> hamlets() {
    return hamlets;
  }

  /** The place of a mouth on the line. */
  int place(Mouth mouth) {
    return mouthPlaces[mouth.no()];
  }

  private int place(LonLat at, double offsetMetres) {
    return mesh.add(at, offsetMetres, nearest(at));
  }

  private int nearest(LonLat at) {
    int near = mesh.nearest(at, Mesh.DEPTH_METRES);
    if (near < 0) {
      throw new IllegalStateException("nothing of the mesh is near " + at);
    }
    return near;
  }

  /** A gate, to be joined by a road. */
  private int gate(Mouth mouth) {
    int place = place(mouth.position(), 0);
    mouthPlaces[mouth.no()] = place;
    return place;
  }

  /** The way straight inward on which the people of a mouth are seen; its inner end. */
  private int ownTrail(Mouth mouth) {
    double deep = Math.min(mouth.depthMetres(), OWN_TRAIL_METRES);
    int steps = (int) Math.max(1, Math.rint(deep / OWN_STEP_METRES));
    List<Integer> trail = new ArrayList<>();
    for (int i = steps; i >= 0; i--) {
      double metres = deep * i / steps;
      LonLat at =
          new LonLat(
              mouth.position().lon() + metres * mouth.inwardLon(),
              mouth.position().lat() + metres * mouth.inwardLat());
      trail.add(
          trail.isEmpty() ? place(at, metres) : mesh.add(at, metres, trail.get(trail.size() - 1)));
    }
    ways.lay(trail, kind(mouth));
    mouthPlaces[mouth.no()] = trail.get(trail.size() - 1);
    return trail.get(0);
  }

  private static LaidWays.Kind kind(Mouth mouth) {
    return mouth.setting() == Setting.ROAD ? TRACK : TRAIL;
  }

  /** The cheapest road from the roads that there are to each place; they share what they can. */
  private void roadsTo(List<Integer> wanted, LaidWays.Kind kind) {
    LeastCost from =
        new LeastCost(
            mesh.size(),
            mesh::neighbours,
            roads::roadCost,
            Double.POSITIVE_INFINITY,
            DemoRoads.places(ways));
    for (int place : wanted) {
      ways.lay(from.way(place), kind);
    }
  }

  /** In hollows, apart from each other. */
  private void findHamlets() {
    for (int i = 0; i < mesh.size(); i++) {
      double offset = mesh.offsetMetres(i);
      if (offset > HAMLETS_FROM_METRES
          && offset < TRAILS_UP_TO_METRES
          && isHollow(i)
          && hamlets.stream().allMatch(new Apart(i)::holds)) {
        hamlets.add(i);
      }
    }
  }

  private boolean isHollow(int place) {
    for (int other : mesh.neighbours(place)) {
      if (mesh.heightMetres(other) < mesh.heightMetres(place)) {
        return false;
      }
    }
    return mesh.neighbours(place).length >= 4;
  }

  private final class Apart {
    private final int place;

    Apart(int place) {
      this.place = place;
    }

    boolean holds(int other) {
      return mesh.metres(place, other) > HAMLETS_APART_METRES;
    }
  }

  /** From the inner end of a mouth's own trail to the nearest roads, in ways that differ. */
  private void trailsFrom(Mouth mouth) {
    int inner = ownTrail(mouth);
    for (int i = 0; i < WAYS_OUT; i++) {
      LeastCost walk =
          new LeastCost(
              mesh.size(), mesh::neighbours, this::freshCost, MOST_WALK_SECONDS, List.of(inner));
      DemoRoads.places(ways).stream()
          .filter(walk::reaches)
          .min(Comparator.comparingDouble(walk::cost))
          .ifPresent(road -> ways.lay(walk.way(road), kind(mouth)));
    }
  }

  /** Seconds on foot, trebled where a way is laid already, so that another one is found. */
  private double freshCost(int from, int to) {
    return walkSeconds(from, to) * (ways.isLaid(from, to) ? 3 : 1);
  }

  private double walkSeconds(int from, int to) {
    double slope = mesh.slope(from, to);
    return mesh.metres(from, to) * 3.6 / (6 * StrictMath.exp(-3.5 * Math.abs(slope + 0.05)) * 0.6);
  }

  /** A trail from each mouth to the next, so that one can change over near the line. */
  private void alongTheLine(List<Mouth> allMouths) {
    List<Mouth> sorted = allMouths.stream().sorted(Comparator.comparingDouble(Mouth::km)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      int from = mouthPlaces[sorted.get(i - 1).no()];
      int to = mouthPlaces[sorted.get(i).no()];
      LeastCost walk =
          new LeastCost(
              mesh.size(), mesh::neighbours, this::walkSeconds, MOST_WALK_SECONDS, List.of(from));
      if (walk.reaches(to)) {
        ways.lay(walk.way(to), TRAIL);
      }
    }
  }

  /** Trails of those who live there. */
  private void scatter() {
    for (int i = 0; i < mesh.size(); i++) {
      for (int other : mesh.neighbours(i)) {
        if (other > i
            && mesh.offsetMetres(i) < TRAILS_UP_TO_METRES
            && Math.abs(mesh.slope(i, other)) < STEEPEST
            && Draws.of(seed, Draws.Link.WAYS, LaidWays.key(i, other)).chance(KEPT)) {
          ways.lay(List.of(i, other), TRAIL);
        }
      }
    }
  }

  /** Trails that lead nowhere from nowhere are no ways. */
  private void dropLoose() {
    Map<Integer, List<Integer>> laid = new HashMap<>();
    for (long step : ways.steps().keySet()) {
      int a = LaidWays.lower(step);
      int b = LaidWays.higher(step);
      laid.computeIfAbsent(a, place -> new ArrayList<>()).add(b);
      laid.computeIfAbsent(b, place -> new ArrayList<>()).add(a);
    }
    LeastCost joined =
        new LeastCost(
            mesh.size(),
            place ->
                laid.getOrDefault(place, List.of()).stream().mapToInt(Integer::intValue).toArray(),
            (from, to) -> 1,
            Double.POSITIVE_INFINITY,
            DemoRoads.places(ways));
    List.copyOf(ways.steps().keySet()).stream()
        .filter(step -> !joined.reaches(LaidWays.lower(step)))
        .forEach(ways::removeStep);
  }
}
