package org.borderwatch.server.detection.column;

/**
 * A box in units of {@link FixedMercator}, edges included; empty when a minimum is above its
 * maximum.
 */
public record Box(int minX, int minY, int maxX, int maxY) {
  /** The whole world. */
  public static final Box WORLD =
      new Box(Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** Nothing. */
  public static final Box EMPTY =
      new Box(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE);

  /** Every stored position within these degrees, edges included. */
  public static Box ofDegrees(double minLon, double minLat, double maxLon, double maxLat) {
    long minY = FixedMercator.firstY(maxLat);
    long maxY = FixedMercator.lastY(minLat);
    if (minY > Integer.MAX_VALUE || maxY < Integer.MIN_VALUE) {
      return EMPTY;
    }
    return new Box(
        FixedMercator.firstX(minLon), (int) minY, FixedMercator.lastX(maxLon), (int) maxY);
  }

  /** What both hold. */
  public Box and(Box other) {
    return new Box(
        Math.max(minX, other.minX),
        Math.max(minY, other.minY),
        Math.min(maxX, other.maxX),
        Math.min(maxY, other.maxY));
  }

  boolean holds(int x, int y) {
    return x >= minX && x <= maxX && y >= minY && y <= maxY;
  }

  public boolean isEmpty() {
    return minX > maxX || minY > maxY;
  }
}
