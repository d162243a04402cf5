package org.borderwatch.data.network;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.data.network.NetworkMaterial.StandingBarrier;
import org.jspecify.annotations.Nullable;

/**
 * What barriers at single points do to edges. Ways are not cut there, so that edges are those
 * between junctions and no more. Where one that stops vehicles stands inside an edge, no vehicle
 * takes that edge. Where two edges meet at it, one stays open to vehicles, that of the higher class
 * or else the first, and the other closes: nobody gets through. Where three or more meet, those of
 * the highest class stay open and the others close: a bollard at a crossing, which is rarely meant
 * to stand in the middle of it, doesn't break the main road. The same on foot for those few that
 * stop people. Immutable once built, hence thread-safe.
 */
final class Barriers {
  private static final int CROSSING = 3;

  private final Map<Integer, Barrier> byVertex = new HashMap<>();
  private final BitSet stopping = new BitSet();
  private final Map<Integer, Meeting> meetings = new HashMap<>();

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
          junctions.cut(line, (from, last) -> meet(line, road, from, last));
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

  private void meet(Line line, Road road, int from, int last) {
    for (int end : new int[] {line.vertices()[from], line.vertices()[last]}) {
      if (stopping.get(end)) {
        Meeting meeting = meetings.computeIfAbsent(end, vertex -> new Meeting());
        meeting.edges++;
        Passage passage = road.passage();
        if (passage.drive() || passage.driveBack()) {
          meeting.vehicles.offer(line, road, from);
        }
        if (passage.walk() || passage.walkBack()) {
          meeting.walkers.offer(line, road, from);
        }
      }
    }
  }

  /** The edges that meet at a barrier. */
  private static final class Meeting {
    private int edges;
    private final StayingOpen vehicles = new StayingOpen();
    private final StayingOpen walkers = new StayingOpen();
  }

  /** The first edge of the highest class among those that are open at all. */
  private static final class StayingOpen {
    private @Nullable Line line;
    private @Nullable WayClass highest;
    private int from;

    void offer(Line offered, Road road, int first) {
      if (highest == null || road.wayClass().compareTo(highest) < 0) {
        line = offered;
        highest = road.wayClass();
        from = first;
      }
    }

    boolean keeps(int edges, Line asked, Road road, int first) {
      return edges >= CROSSING
          ? road.wayClass() == highest
          : asked == line && first == from; // There is one line object for each way.
    }
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
    for (int i = from; i <= last; i++) {
      int vertex = line.vertices()[i];
      Barrier barrier = stopping.get(vertex) ? byVertex.get(vertex) : null;
      if (barrier != null) {
        Meeting meeting = i == from || i == last ? meetings.get(vertex) : null;
        if (barrier.stopsVehicles()
            && (meeting == null || !meeting.vehicles.keeps(meeting.edges, line, road, from))) {
          passage = passage.withoutVehicles();
        }
        if (barrier.stopsWalkers()
            && (meeting == null || !meeting.walkers.keeps(meeting.edges, line, road, from))) {
          passage = passage.withoutWalkers();
        }
      }
    }
    return passage;
  }
}
