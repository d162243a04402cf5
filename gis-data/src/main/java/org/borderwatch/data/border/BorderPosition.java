package org.borderwatch.data.border;

/**
 * Where a point lies along the land border.
 *
 * @param with the neighbour whose line is nearest
 * @param km chainage: geodesic kilometres along that neighbour's line from its western end, to the
 *     millimetre
 * @param offsetM geodesic metres to the line; positive inside Viet Nam, negative outside
 */
public record BorderPosition(Neighbour with, double km, double offsetM) {
  private static final double MILLIMETRES = 1e6;

  public BorderPosition {
    km = Math.rint(km * MILLIMETRES) / MILLIMETRES;
  }
}
