package org.borderwatch.data.border;

import java.util.List;

/**
 * The border lines cut into pieces of at most a kilometre, as points on the earth one after the
 * other. A piece so short lies within 2 cm of its chord, so distances to chords will do. Immutable.
 */
final class BorderPieces {
  private static final double LONGEST_PIECE_KM = 1;

  /** Points of line {@code l} are {@code lineStart[l]..lineStart[l + 1] - 1}. */
  private final int[] lineStart;

  private final List<BorderLine> lines;
  private final double[] lon;
  private final double[] lat;
  private final double[] km;

  /** Three numbers a point: earth-centred x, y, z. */
  private final double[] xyz;

  BorderPieces(List<BorderLine> lines) {
    this.lines = List.copyOf(lines);
    lineStart = new int[lines.size() + 1];
    for (int l = 0; l < lines.size(); l++) {
      lineStart[l + 1] = lineStart[l] + pointsOf(lines.get(l));
    }
    int size = lineStart[lines.size()];
    lon = new double[size];
    lat = new double[size];
    km = new double[size];
    xyz = new double[3 * size];
    for (int l = 0; l < lines.size(); l++) {
      fill(lines.get(l), lineStart[l]);
    }
  }

  private static int piecesAfter(BorderLine line, int vertex) {
    return (int) Math.ceil((line.km(vertex + 1) - line.km(vertex)) / LONGEST_PIECE_KM);
  }

  private static int pointsOf(BorderLine line) {
    int points = 1;
    for (int i = 0; i < line.size() - 1; i++) {
      points += piecesAfter(line, i);
    }
    return points;
  }

  private void fill(BorderLine line, int start) {
    int at = start;
    for (int i = 0; i < line.size() - 1; i++) {
      int pieces = piecesAfter(line, i);
      for (int k = 0; k < pieces; k++) {
        double t = (double) k / pieces;
        set(
            at++,
            line.lon(i) + t * (line.lon(i + 1) - line.lon(i)),
            line.lat(i) + t * (line.lat(i + 1) - line.lat(i)),
            line.km(i) + t * (line.km(i + 1) - line.km(i)));
      }
    }
    int last = line.size() - 1;
    set(at, line.lon(last), line.lat(last), line.km(last));
  }

  private void set(int at, double lonOf, double latOf, double kmOf) {
    lon[at] = lonOf;
    lat[at] = latOf;
    km[at] = kmOf;
    EarthPoint point = EarthPoint.at(lonOf, latOf);
    xyz[3 * at] = point.x();
    xyz[3 * at + 1] = point.y();
    xyz[3 * at + 2] = point.z();
  }

  int lineCount() {
    return lines.size();
  }

  int lineStart(int line) {
    return lineStart[line];
  }

  /** Earth-centred coordinate {@code axis} (0 to 2) of a point. */
  double coordinate(int point, int axis) {
    return xyz[3 * point + axis];
  }

  BorderLine lineOf(int piece) {
    int l = 0;
    while (piece >= lineStart[l + 1]) {
      l++;
    }
    return lines.get(l);
  }

  /** How far along a piece (0 to 1) its chord comes nearest to a point. */
  double nearestAlong(int piece, double x, double y, double z) {
    int a = 3 * piece;
    double dx = xyz[a + 3] - xyz[a];
    double dy = xyz[a + 4] - xyz[a + 1];
    double dz = xyz[a + 5] - xyz[a + 2];
    double length2 = dx * dx + dy * dy + dz * dz;
    double t = ((x - xyz[a]) * dx + (y - xyz[a + 1]) * dy + (z - xyz[a + 2]) * dz) / length2;
    // A piece without length gives no number: then its first end is the nearest.
    return t > 0 ? Math.min(1, t) : 0;
  }

  /** Squared metres from a point to the place {@code t} along a piece's chord. */
  double squaredMetres(int piece, double t, double x, double y, double z) {
    int a = 3 * piece;
    double dx = xyz[a] + t * (xyz[a + 3] - xyz[a]) - x;
    double dy = xyz[a + 1] + t * (xyz[a + 4] - xyz[a + 1]) - y;
    double dz = xyz[a + 2] + t * (xyz[a + 5] - xyz[a + 2]) - z;
    return dx * dx + dy * dy + dz * dz;
  }

  EarthPoint along(int piece, double t) {
    return EarthPoint.at(
        lon[piece] + t * (lon[piece + 1] - lon[piece]),
        lat[piece] + t * (lat[piece + 1] - lat[piece]));
  }

  double kmAlong(int piece, double t) {
    return km[piece] + t * (km[piece + 1] - km[piece]);
  }
}
