package org.borderwatch.server.detection.column;

/**
 * Where a position lies along a Hilbert curve through the world: positions whose keys are near are
 * near on the ground. Cells of about 10 m at the equator; a key has {@value #KEY_BITS} bits.
 *
 * <p>Source: Hilbert (1891), Ueber die stetige Abbildung einer Linie auf ein Flächenstück; walked
 * from the coarsest quadrant down, turning as the curve does.
 */
final class HilbertCurve {
  static final int LEVELS = 22;
  static final int KEY_BITS = 2 * LEVELS;

  private HilbertCurve() {}

  /** The key of a position in units of {@link FixedMercator}. */
  static long key(int x, int y) {
    int column = (x ^ Integer.MIN_VALUE) >>> (Integer.SIZE - LEVELS);
    int row = (y ^ Integer.MIN_VALUE) >>> (Integer.SIZE - LEVELS);
    long key = 0;
    for (int level = LEVELS - 1; level >= 0; level--) {
      int right = column >>> level & 1;
      int down = row >>> level & 1;
      key = key << 2 | (3 * right ^ down);
      if (down == 0) {
        // The curve of this quadrant is turned: swap the axes, and mirror both on its right side.
        int mirror = -right;
        int swapped = column ^ mirror;
        column = row ^ mirror;
        row = swapped;
      }
    }
    return key;
  }
}
