package org.borderwatch.server.keyroute;

import java.util.List;
import org.borderwatch.data.Word;

/** Where trips begin, or end, as it was asked for. */
sealed interface EndsAsked {
  /** Every node of the network. */
  record Everywhere() implements EndsAsked {}

  /** What the server knows by itself. */
  enum Layer implements EndsAsked, Word {
    /** Official crossings. */
    GATES,
    /** Stations of the border guard. */
    STATIONS,
    /** Towns and parts of towns. */
    PLACES,
    /** The towns that provinces are governed from, however far from the network. */
    PROVINCES,
    /** Where detections were made. */
    DETECTIONS
  }

  /**
   * Points that came with the request.
   *
   * @param x degrees east, or first coordinates of inline lines
   * @param y degrees north, or second coordinates
   * @param labels their ids; without one their numbers
   * @param numbersAreIds whether a number means an id; otherwise a place in the list, from 0 on
   * @param amounts what each counts for
   */
  record Points(
      double[] x, double[] y, List<String> labels, boolean numbersAreIds, double[] amounts)
      implements EndsAsked {}
}
