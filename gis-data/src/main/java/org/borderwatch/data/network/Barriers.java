package org.borderwatch.data.network;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.borderwatch.data.network.NetworkMaterial.StandingBarrier;
import org.jspecify.annotations.Nullable;

/**
 * What barriers at single points do to edges. Ways are not cut there, so that edges are those
 * between junctions and no more. Where one that stops vehicles stands inside an edge, no vehicle
 * takes that edge. Where it stands at a junction, one of the edges that meet there stays open to
 * vehicles, the one of the highest class, or the first among those, and the others close: nobody
 * gets through, and whoever is on the main road stays there. The same on foot for those few that
 * stop people. Immutable once built, hence thread-safe.
 */
final class Barriers {
  private final Map<Integer, Barrier> byVertex = new HashMap<>();
  private final BitSet stopping = new BitSet();
  private final Map<Integer, Open> openToVehicles = new HashMap<>();
  private final Map<Integer, Open> openToWalkers = new HashMap<>();

  /** An edge that stays open: its way, and the index of its first vertex there. */
  private record Open(Line line, int from) {}

  Barriers(List<StandingBarrier> standing, List<Line> lines, Junctions junctions) {
    for (StandingBarrier one : standing) {
      Barrier barrier = one.barrier();
      if (junctions.isUsed(one.vertex())
          && byVertex.putIfAbsent(one.vertex(), barrier) == null
          && (barrier.stopsVehicles() || barrier.stopsWalkers())) {
        stopping.set(one.vertex());
      }
    }
    if (!stopping.isEmpty()) {
      for (Line line : lines) {
        Road road = line.road();
        if (road != null && touches(line)) {
          junctions.cut(line, (from, last) -> candidate(line, road, from, last));
        }
      }
    }
  }

  private boolean touches(Line line) {
    for (int vertex : line.vertices()) {
      if (vertex >= 0 && stopping.get(vertex)) {
        return true;
      }
    }
    return false;
  }

  private void candidate(Line line, Road road, int from, int last) {
    Passage passage = road.passage();
    for (int end : new int[] {line.vertices()[from], line.vertices()[last]}) {
      if (stopping.get(end)) {
        if (passage.drive() || passage.driveBack()) {
          openToVehicles.merge(end, new Open(line, from), Barriers::higher);
        }
        if (passage.walk() || passage.walkBack()) {
          openToWalkers.merge(end, new Open(line, from), Barriers::higher);
        }
      }
    }
  }

  private static Open higher(Open first, Open second) {
    return classOf(second) < classOf(first) ? second : first;
  }

  private static int classOf(Open open) {
    Road road = open.line.road();
    return road == null ? Integer.MAX_VALUE : road.wayClass().ordinal();
  }

  /** What stands at a vertex of a way; null for nothing. */
  @Nullable Barrier at(int vertex) {
    return byVertex.get(vertex);
  }

  /** In which directions an edge of a line is open: as its way is, as far as barriers let. */
  Passage passage(Line line, Road road, int from, int last) {
    Passage passage = road.passage();
    if (stopping.isEmpty()) {
      return passage;
    }
    if (stopped(line, from, last, Barrier::stopsVehicles, openToVehicles)) {
      passage = passage.withoutVehicles();
    }
    if (stopped(line, from, last, Barrier::stopsWalkers, openToWalkers)) {
      passage = passage.withoutWalkers();
    }
    return passage;
  }

  private boolean stopped(
      Line line, int from, int last, Predicate<Barrier> stops, Map<Integer, Open> open) {
    for (int i = from; i <= last; i++) {
      int vertex = line.vertices()[i];
      if (stopping.get(vertex) && stops.test(byVertex.get(vertex))) {
        Open stays = open.get(vertex);
        boolean inside = i > from && i < last;
        if (inside || stays == null || stays.line != line || stays.from != from) {
          return true;
        }
      }
    }
    return false;
  }
}
