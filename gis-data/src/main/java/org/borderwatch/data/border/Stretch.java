package org.borderwatch.data.border;

/**
 * A stretch of border, half-open: {@code fromKm} belongs to it, {@code toKm} does not.
 *
 * @param with the neighbour along whose line it is measured
 * @param fromKm chainage of the western end
 * @param toKm chainage of the eastern end
 */
public record Stretch(Neighbour with, double fromKm, double toKm) {
  public Stretch {
    if (!(fromKm >= 0 && fromKm < toKm)) {
      throw new IllegalArgumentException(
          "a stretch runs from west to east: " + fromKm + ", " + toKm);
    }
  }

  /** Length in kilometres. */
  public double lengthKm() {
    return toKm - fromKm;
  }

  public boolean contains(Neighbour neighbour, double km) {
    return neighbour == with && km >= fromKm && km < toKm;
  }
}
