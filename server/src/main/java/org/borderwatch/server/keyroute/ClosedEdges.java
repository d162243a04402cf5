package org.borderwatch.server.keyroute;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.study.Refusal;

/** The input {@code closed}: edges that can't be used, by their ids. */
final class ClosedEdges {
  static final String NAME = "closed";
  static final int MOST = 10_000;

  private ClosedEdges() {}

  /** Those of the stored network. */
  static BitSet ofNetwork(RoadNetwork network, List<String> ids) {
    return numbers(
        ids,
        id -> {
          try {
            return network.edgeOf(Long.parseLong(id)).stream().mapToInt(edge -> edge).findFirst();
          } catch (NumberFormatException word) {
            return OptionalInt.empty();
          }
        });
  }

  /**
   * Their numbers.
   *
   * @param number of an edge by its id
   * @throws org.borderwatch.server.http.ApiException.BadParameter naming an id that there isn't
   */
  static BitSet numbers(List<String> ids, Function<String, OptionalInt> number) {
    BitSet closed = new BitSet();
    for (String id : ids) {
      closed.set(
          number
              .apply(id)
              .orElseThrow(
                  () ->
                      Refusal.of(
                          NAME,
                          "Không có đoạn nào mang mã %s; mạng có thể đã được nhập lại."
                              .formatted(id),
                          "There is no edge %s; the network may have been imported anew."
                              .formatted(id))));
    }
    return closed;
  }
}
