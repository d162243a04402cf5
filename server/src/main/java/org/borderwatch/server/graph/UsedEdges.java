package org.borderwatch.server.graph;

import java.util.BitSet;
import java.util.function.IntToDoubleFunction;

/** The edges that some ways use, and how much of another way lies on them. Not thread-safe. */
public final class UsedEdges {
  private final BitSet used = new BitSet();
  private final IntToDoubleFunction length;

  /**
   * None yet.
   *
   * @param length of an edge, in whatever an overlap is a share of
   */
  public UsedEdges(IntToDoubleFunction length) {
    this.length = length;
  }

  /** From now on the edges of {@code way} are used, whichever way it goes along them. */
  public void add(Way way) {
    for (int edge : way.edges()) {
      used.set(edge);
    }
  }

  /** Share of a way's length on edges that are used: 0 to 1; 0 of a way that leads nowhere. */
  public double overlap(Way way) {
    double shared = 0;
    double whole = 0;
    for (int i = 0; i < way.size(); i++) {
      double piece = way.share(i) * length.applyAsDouble(way.edges()[i]);
      whole += piece;
      shared += used.get(way.edges()[i]) ? piece : 0;
    }
    return whole > 0 ? shared / whole : 0;
  }
}
