package org.borderwatch.server.keyroute;

import org.borderwatch.data.Word;

/**
 * Which ways are asked for, whatever the network.
 *
 * @param most how many at most
 * @param maxOverlap share of a way that may lie on better ones, for {@link Method#DISSIMILAR}
 * @param maxSnapMetres how far the ends may lie from the nearest way
 */
record RouteQuestion(
    Place from, Place to, int most, Method method, double maxOverlap, double maxSnapMetres) {

  /** How ways are chosen. */
  enum Method implements Word {
    /** The cheapest that come to no node twice. */
    YEN,
    /** The cheapest of which each shares only so much with those before it. */
    DISSIMILAR
  }

  /** A place in degrees, or in the coordinates of inline lines. */
  record Place(double x, double y) {}
}
