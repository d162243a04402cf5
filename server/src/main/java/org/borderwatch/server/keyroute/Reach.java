package org.borderwatch.server.keyroute;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.graph.WayEnd;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.Weight;

/**
 * How far one comes from a place within given times: edges, and pieces of edges that are cut where
 * a time ends. A place of an edge is reached from either of its ends, or from the start where that
 * lies on it, whichever is sooner.
 *
 * <p>One search over what lies within the longest time, then O(1) an edge and time. Immutable.
 *
 * @param limits seconds, rising
 * @param pieces in the order of edges; of each place the first limit within which it is reached
 * @param metres reached within each limit
 * @param nodes reached within each limit
 */
public record Reach(double[] limits, List<Piece> pieces, double[] metres, int[] nodes) {

  /**
   * A piece of an edge between two shares of its length, both from its start.
   *
   * @param limit number of the limit within which all of it is reached, and nothing of it before
   * @param seconds until the last of it is reached
   */
  public record Piece(int edge, double from, double to, int limit, double seconds) {}

  /**
   * Searches.
   *
   * @param limits seconds, rising
   * @param mostPieces when there are more, it gives up with {@link TooManyException}
   */
  public static Reach of(
      RoadNetwork network,
      Weight weight,
      WayEnd from,
      BitSet closed,
      double[] limits,
      int mostPieces,
      Progress progress) {
    double most = limits[limits.length - 1];
    double[] seconds = network.finder(weight).costsFrom(from, closed, most);
    Cutter cutter = new Cutter(network, limits, mostPieces);
    for (int edge = 0; edge < network.edges(); edge++) {
      if (edge % 4096 == 0) {
        progress.check();
      }
      if (closed.get(edge)) {
        continue;
      }
      double there = network.cost(edge, weight, true);
      double back = network.cost(edge, weight, false);
      double atStart = seconds[network.from(edge)];
      double atEnd = seconds[network.to(edge)];
      if (from instanceof WayEnd.WithinEdge within && within.edge() == edge) {
        double cut = within.fraction();
        cutter.cut(edge, new Span(0, cut, atStart, 0, there, back));
        cutter.cut(edge, new Span(cut, 1, 0, atEnd, there, back));
      } else if (atStart <= most || atEnd <= most) {
        cutter.cut(edge, new Span(0, 1, atStart, atEnd, there, back));
      }
    }
    int[] nodes = new int[limits.length];
    for (double reached : seconds) {
      for (int i = 0; i < limits.length; i++) {
        nodes[i] += reached <= limits[i] ? 1 : 0;
      }
    }
    return new Reach(limits, cutter.pieces, cutter.metres, nodes);
  }

  /** More pieces than a map shows. */
  public static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What lies between two shares of an edge's length, of which each is reached after some seconds.
   *
   * @param there seconds for the whole edge from its start to its end
   * @param back seconds for the whole edge the other way
   */
  private record Span(
      double low, double high, double atLow, double atHigh, double there, double back) {
    /** How far one comes from the lower end. */
    double fromLow(double limit) {
      return low + gone(limit - atLow, there);
    }

    /** How far one comes from the higher end. */
    double fromHigh(double limit) {
      return high - gone(limit - atHigh, back);
    }

    private static double gone(double seconds, double secondsForAll) {
      return seconds > 0 && Double.isFinite(secondsForAll) ? seconds / secondsForAll : 0;
    }

    /** When the last place between two shares is reached, whichever end is nearer in time. */
    double last(double from, double to) {
      if (!Double.isFinite(there) || !Double.isFinite(atLow)) {
        return atHigh + (high - from) * back;
      }
      if (!Double.isFinite(back) || !Double.isFinite(atHigh)) {
        return atLow + (to - low) * there;
      }
      double meet = (atHigh - atLow + low * there + high * back) / (there + back);
      double latest = Math.min(to, Math.max(from, meet));
      return Math.min(atLow + (latest - low) * there, atHigh + (high - latest) * back);
    }
  }

  private static final class Cutter {
    private final RoadNetwork network;
    private final double[] limits;
    private final int mostPieces;
    private final List<Piece> pieces = new ArrayList<>();
    private final double[] metres;

    Cutter(RoadNetwork network, double[] limits, int mostPieces) {
      this.network = network;
      this.limits = limits;
      this.mostPieces = mostPieces;
      this.metres = new double[limits.length];
    }

    void cut(int edge, Span span) {
      double from = span.low();
      double to = span.high();
      for (int i = 0; i < limits.length && from < to; i++) {
        double fromLow = Math.max(from, span.fromLow(limits[i]));
        double fromHigh = Math.min(to, span.fromHigh(limits[i]));
        if (fromLow >= fromHigh) {
          add(new Piece(edge, from, to, i, span.last(from, to)));
          return;
        }
        if (fromLow > from) {
          add(new Piece(edge, from, fromLow, i, limits[i]));
        }
        if (fromHigh < to) {
          add(new Piece(edge, fromHigh, to, i, limits[i]));
        }
        from = fromLow;
        to = fromHigh;
      }
    }

    private void add(Piece piece) {
      if (pieces.size() == mostPieces) {
        throw new TooManyException();
      }
      pieces.add(piece);
      double length = (piece.to() - piece.from()) * network.lengthMetres(piece.edge());
      for (int i = piece.limit(); i < limits.length; i++) {
        metres[i] += length;
      }
    }
  }
}
