package org.borderwatch.server.keyroute;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.graph.DissimilarWays;
import org.borderwatch.server.graph.GraphView;
import org.borderwatch.server.graph.UsedEdges;
import org.borderwatch.server.graph.Way;
import org.borderwatch.server.graph.WayEnd;
import org.borderwatch.server.graph.WayFinder;
import org.borderwatch.server.study.ResultWriter;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jspecify.annotations.Nullable;

/**
 * Ways between two places, and how good the answer is.
 *
 * @param ways the cheapest first
 * @param overlaps of each
 * @param exact how many of them, from the first on, are what an exact search gives
 * @param reason why there are fewer than were asked for; null when there aren't
 */
record FoundWays(List<Way> ways, double[] overlaps, int exact, @Nullable String reason) {
  /**
   * Looks for them.
   *
   * @param length of an edge, of which overlaps are shares
   */
  static FoundWays find(
      WayFinder finder,
      WayEnd from,
      WayEnd to,
      BitSet closed,
      RouteQuestion question,
      IntToDoubleFunction length,
      Progress progress) {
    List<Way> ways;
    int exact;
    boolean isAll = true;
    if (question.method() == RouteQuestion.Method.YEN) {
      ways = finder.loopless(from, to, closed, question.most(), progress);
      exact = ways.size();
    } else {
      DissimilarWays.Found found =
          finder.dissimilar(
              from, to, closed, question.most(), length, question.maxOverlap(), progress);
      ways = found.ways();
      exact = found.exact();
      isAll = found.isAll();
    }
    String reason = null;
    if (ways.isEmpty()) {
      reason = whyNone(finder, from, to, closed);
    } else if (ways.size() < question.most()) {
      reason = whyFewer(ways, question.method(), isAll);
    }
    return new FoundWays(ways, overlaps(ways, length), exact, reason);
  }

  private static double[] overlaps(List<Way> ways, IntToDoubleFunction length) {
    UsedEdges better = new UsedEdges(length);
    double[] overlaps = new double[ways.size()];
    for (int i = 0; i < overlaps.length; i++) {
      overlaps[i] = better.overlap(ways.get(i));
      better.add(ways.get(i));
    }
    return overlaps;
  }

  private static String whyNone(WayFinder finder, WayEnd from, WayEnd to, BitSet closed) {
    boolean isJoined =
        new ConnectivityInspector<>(new GraphView(finder.graph()))
            .pathExists(anyNode(from), anyNode(to));
    if (!isJoined) {
      return "Hai nơi nằm trên hai phần mạng không nối với nhau. / "
          + "The two places lie on parts of the network that aren't joined.";
    }
    return closed.isEmpty()
        ? "Đường một chiều hoặc cấm không cho đi từ nơi này đến nơi kia. / "
            + "One-way or barred ways don't let one go from one place to the other."
        : "Không còn đường nào khi các đoạn đó bị chặn. / "
            + "No way is left when those edges are closed.";
  }

  private static int anyNode(WayEnd end) {
    return end instanceof WayEnd.AtNode at ? at.node() : ((WayEnd.WithinEdge) end).from();
  }

  private static String whyFewer(List<Way> ways, RouteQuestion.Method method, boolean isAll) {
    if (ways.get(0).size() == 0) {
      return "Điểm đi và điểm đến là một nơi. / From and to are the same place.";
    }
    if (method == RouteQuestion.Method.YEN) {
      return "Chỉ có %d đường không lặp lại nút nào. / There are only %d ways that come to no node twice."
          .formatted(ways.size(), ways.size());
    }
    return isAll
        ? "Không còn đường nào giữ giới hạn maxOverlap. / No other way keeps to maxOverlap."
        : "Không tìm thấy thêm đường nào giữ giới hạn maxOverlap; có thể vẫn có. / No other way"
            + " that keeps to maxOverlap was found; there may be some.";
  }

  /** What a summary says of it. */
  void summary(ResultWriter out, RouteQuestion question) {
    boolean isExact = exact == ways.size();
    out.whole("found", ways.size())
        .whole("asked", question.most())
        .text("method", question.method().code())
        .whole("exact", exact)
        .text(
            "quality",
            isExact
                ? "exact"
                : "the first %d exact, the others heuristic without a bound".formatted(exact));
    if (question.method() == RouteQuestion.Method.DISSIMILAR) {
      out.number("max_overlap", question.maxOverlap());
    }
    if (reason == null) {
      out.nothing("reason");
    } else {
      out.text("reason", reason);
    }
  }
}
