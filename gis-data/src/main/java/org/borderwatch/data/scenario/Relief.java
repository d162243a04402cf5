package org.borderwatch.data.scenario;

/**
 * Synthetic heights: four octaves of value noise, valleys about 9 km apart, 150 to 1,300 m high. It
 * looks like hills and is nowhere the real relief. Immutable.
 */
final class Relief {
  private static final double CELLS_PER_DEGREE = 12;
  private static final int OCTAVES = 4;

  private final long seed;

  Relief(long seed) {
    this.seed = seed;
  }

  /** Metres above the sea. */
  double heightMetres(double lon, double lat) {
    double sum = 0;
    double weight = 1;
    double weights = 0;
    double x = lon * CELLS_PER_DEGREE;
    double y = lat * CELLS_PER_DEGREE;
    for (int octave = 0; octave < OCTAVES; octave++) {
      sum += weight * noise(octave, x, y);
      weights += weight;
      weight /= 2;
      x *= 2;
      y *= 2;
    }
    return 150 + 1_150 * sum / weights;
  }

  private double noise(int octave, double x, double y) {
    long column = (long) Math.floor(x);
    long row = (long) Math.floor(y);
    double right = smooth(x - column);
    double up = smooth(y - row);
    double south = blend(corner(octave, column, row), corner(octave, column + 1, row), right);
    double north =
        blend(corner(octave, column, row + 1), corner(octave, column + 1, row + 1), right);
    return blend(south, north, up);
  }

  private double corner(int octave, long column, long row) {
    return Draws.of(seed, Draws.Link.RELIEF, (column * 65_536 + row) * OCTAVES + octave).uniform();
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double blend(double a, double b, double t) {
    return a + t * (b - a);
  }
}
