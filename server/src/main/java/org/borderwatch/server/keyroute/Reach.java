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
        cutter.cut(edge, 0, cut, atStart, 0, there, back);
        cutter.cut(edge, cut, 1, 0, atEnd, there, back);
      } else if (atStart <= most || atEnd <= most) {
        cutter.cut(edge, 0, 1, atStart, atEnd, there, back);
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

    /**
     * Cuts what lies between two shares of an edge, of which the first is reached at {@code atLow}
     * and the other at {@code atHigh}.
     */
    void cut(
        int edge, double low, double high, double atLow, double atHigh, double there, double back) {
      double doneLow = low;
      double doneHigh = high;
      for (int i = 0; i < limits.length && doneLow < doneHigh; i++) {
        double fromLow = Math.max(doneLow, low + gone(limits[i] - atLow, there));
        double fromHigh = Math.min(doneHigh, high - gone(limits[i] - atHigh, back));
        if (fromLow >= fromHigh) {
          double last = last(low, high, atLow, atHigh, there, back, doneLow, doneHigh);
          add(new Piece(edge, doneLow, doneHigh, i, last));
          return;
        }
        if (fromLow > doneLow) {
          add(new Piece(edge, doneLow, fromLow, i, limits[i]));
        }
        if (fromHigh < doneHigh) {
          add(new Piece(edge, fromHigh, doneHigh, i, limits[i]));
        }
        doneLow = fromLow;
        doneHigh = fromHigh;
      }
    }

    /** Share of an edge that one goes along in some seconds. */
    private static double gone(double seconds, double secondsForAll) {
      return seconds > 0 && Double.isFinite(secondsForAll) ? seconds / secondsForAll : 0;
    }

    /** When the last place between two shares is reached, all of which are from one end or both. */
    private static double last(
        double low,
        double high,
        double atLow,
        double atHigh,
        double there,
        double back,
        double doneLow,
        double doneHigh) {
      if (!Double.isFinite(there) || !Double.isFinite(atLow)) {
        return atHigh + (high - doneLow) * back;
      }
      if (!Double.isFinite(back) || !Double.isFinite(atHigh)) {
        return atLow + (doneHigh - low) * there;
      }
      double meet = (atHigh - atLow + low * there + high * back) / (there + back);
      double latest = Math.min(doneHigh, Math.max(doneLow, meet));
      return Math.min(atLow + (latest - low) * there, atHigh + (high - latest) * back);
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
