package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Steps of laid ways joined to pieces from junction to junction. A junction is where more or fewer
 * than two steps meet, where the kind of way changes, and every place that is named as one.
 */
final class Chains {
  /** A piece of way: two places or more. */
  record Chain(List<Integer> places, LaidWays.Kind kind) {}

  private final LaidWays ways;
  private final Set<Integer> ends;
  private final Map<Integer, List<Integer>> neighbours = new LinkedHashMap<>();
  private final Set<Long> taken = new HashSet<>();

  private Chains(LaidWays ways, Set<Integer> ends) {
    this.ways = ways;
    this.ends = ends;
    for (long step : ways.steps().keySet()) {
      int a = LaidWays.lower(step);
      int b = LaidWays.higher(step);
      neighbours.computeIfAbsent(a, place -> new ArrayList<>()).add(b);
      neighbours.computeIfAbsent(b, place -> new ArrayList<>()).add(a);
    }
  }

  static List<Chain> of(LaidWays ways, Set<Integer> ends) {
    Chains chains = new Chains(ways, ends);
    List<Chain> all = new ArrayList<>();
    for (int place : chains.neighbours.keySet()) {
      if (chains.isJunction(place)) {
        chains.from(place, all);
      }
    }
    // What is left are rings without a junction.
    for (int place : chains.neighbours.keySet()) {
      chains.from(place, all);
    }
    return all;
  }

  private void from(int place, List<Chain> all) {
    for (int next : neighbours.getOrDefault(place, List.of())) {
      if (!taken.contains(LaidWays.key(place, next))) {
        all.add(along(place, next));
      }
    }
  }

  private Chain along(int start, int second) {
    List<Integer> places = new ArrayList<>(List.of(start));
    int before = start;
    int at = second;
    while (true) {
      taken.add(LaidWays.key(before, at));
      places.add(at);
      if (at == start || isJunction(at)) {
        return new Chain(places, ways.kind(before, at).orElseThrow());
      }
      List<Integer> two = neighbours.getOrDefault(at, List.of());
      int next = two.get(0) == before ? two.get(1) : two.get(0);
      before = at;
      at = next;
    }
  }

  private boolean isJunction(int place) {
    List<Integer> around = neighbours.getOrDefault(place, List.of());
    return around.size() != 2
        || ends.contains(place)
        || !ways.kind(place, around.get(0)).equals(ways.kind(place, around.get(1)));
  }
}
