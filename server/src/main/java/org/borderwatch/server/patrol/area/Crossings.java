package org.borderwatch.server.patrol.area;

/**
 * How many persons are expected to cross in an area during one shift, on average over the days of a
 * plan, whether somebody sees them or not.
 *
 * @param value expected persons
 * @param low lower end of the 90 % interval of the expectation
 * @param high its upper end
 * @param plain the plain baseline: what was seen there and then a day, whoever looked and however
 *     long
 */
public record Crossings(double value, double low, double high, double plain) {
  /** Nobody. */
  public static final Crossings NONE = new Crossings(0, 0, 0, 0);

  public Crossings {
    if (!(value >= 0 && low >= 0 && low <= high && plain >= 0)) {
      throw new IllegalArgumentException(
          "crossings " + value + " (" + low + " to " + high + "), plain " + plain);
    }
  }
}
