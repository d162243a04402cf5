package org.borderwatch.data.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.borderwatch.data.network.LeftOut.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a part of a file of OpenStreetMap, as far as a network needs them: the positions
 * of all nodes, what the tags of few of them say, and the ways that matter. Filled by one thread.
 */
final class Elements {
  /** As many as most blocks have; those of ways have none. */
  private static final int FIRST_NODES = 8_000;

  private final Tally tally = new Tally();
  private final ElementMeaning meaning = new ElementMeaning(tally);
  private final List<Line> lines = new ArrayList<>();
  private final List<PlaceNode> places = new ArrayList<>();
  private final List<BarrierNode> barriers = new ArrayList<>();
  private long[] ids = {};
  private int[] lonE7 = {};
  private int[] latE7 = {};
  private int nodes;

  /** A settlement at a node. */
  record PlaceNode(long node, Beside beside) {}

  /** A barrier at a node. */
  record BarrierNode(long node, Barrier barrier) {}

  /** Takes a node; tells whether its position was one. */
  boolean node(long id, long lon, long lat) {
    if (Math.abs(lon) > 1_800_000_000L || Math.abs(lat) > 900_000_000L) {
      tally.leftOut(Reason.NO_PLACE, "node", "node/" + id);
      return false;
    }
    if (nodes == ids.length) {
      int room = Math.max(FIRST_NODES, 2 * nodes);
      ids = Arrays.copyOf(ids, room);
      lonE7 = Arrays.copyOf(lonE7, room);
      latE7 = Arrays.copyOf(latE7, room);
    }
    ids[nodes] = id;
    lonE7[nodes] = (int) lon;
    latE7[nodes] = (int) lat;
    nodes++;
    return true;
  }

  /** What the tags of a node say. */
  void nodeTags(long id, Tags tags) {
    Beside settlement = meaning.settlement(tags, () -> "node/" + id);
    if (settlement != null) {
      places.add(new PlaceNode(id, settlement));
    }
    Barrier barrier = AccessRules.barrier(tags);
    if (barrier != null) {
      barriers.add(new BarrierNode(id, barrier));
    }
  }

  /** Takes a way that {@link ElementMeaning#concernsLines}, with the ids of its nodes. */
  void way(long id, long[] refs, Tags tags) {
    Supplier<String> sourceRef = () -> "way/" + id;
    boolean closed = refs.length > 2 && refs[0] == refs[refs.length - 1];
    Road road = meaning.road(tags, closed, sourceRef);
    @Nullable Beside beside = meaning.beside(tags, closed, sourceRef);
    if (road != null || beside != null) {
      lines.add(Line.ofWay(id, refs, road, beside));
    }
  }

  Tally tally() {
    return tally;
  }

  List<Line> lines() {
    return lines;
  }

  List<PlaceNode> places() {
    return places;
  }

  List<BarrierNode> barriers() {
    return barriers;
  }

  /** Puts the nodes into a store, in their order. */
  void nodesTo(NodeStore store) {
    for (int i = 0; i < nodes; i++) {
      store.add(ids[i], lonE7[i], latE7[i]);
    }
  }
}
