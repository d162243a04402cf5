package org.borderwatch.data.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts ways at junctions as one would by hand: the slow reference. Ways are lists of node ids. */
final class PlainNetwork {
  private PlainNetwork() {}

  /** The edges, each as its way's place in the list and the ids of its nodes. */
  static List<List<Long>> edges(List<long[]> ways, Set<Long> known) {
    List<List<Long>> pieces = new ArrayList<>();
    for (long[] way : ways) {
      List<Long> piece = new ArrayList<>();
      for (long ref : way) {
        if (!known.contains(ref)) {
          keep(piece, pieces);
          piece = new ArrayList<>();
        } else if (piece.isEmpty() || piece.get(piece.size() - 1) != ref) {
          piece.add(ref);
        }
      }
      keep(piece, pieces);
    }
    Map<Long, Integer> uses = new HashMap<>();
    Set<Long> ends = new HashSet<>();
    for (List<Long> piece : pieces) {
      piece.forEach(id -> uses.merge(id, 1, Integer::sum));
      ends.add(piece.get(0));
      ends.add(piece.get(piece.size() - 1));
    }
    List<List<Long>> edges = new ArrayList<>();
    for (List<Long> piece : pieces) {
      List<Long> edge = new ArrayList<>();
      for (Long id : piece) {
        edge.add(id);
        if (edge.size() > 1 && (uses.get(id) > 1 || ends.contains(id))) {
          edges.add(edge);
          edge = new ArrayList<>(List.of(id));
        }
      }
    }
    return edges;
  }

  private static void keep(List<Long> piece, List<List<Long>> pieces) {
    if (piece.size() > 1) {
      pieces.add(piece);
    }
  }
}
