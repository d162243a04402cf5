package org.borderwatch.server.route;

import java.util.List;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.geo.UtmZone;

/**
 * Lines as straight pieces in the plane of UTM 48N, in metres: what every distance to a route is
 * measured in. Immutable.
 */
final class PlaneLines {
  /** Four numbers a piece: east and north of its begin, then of its end. */
  private final double[] pieces;

  private PlaneLines(double[] pieces) {
    this.pieces = pieces;
  }

  static PlaneLines of(List<List<LonLat>> lines) {
    int count = lines.stream().mapToInt(line -> line.size() - 1).sum();
    double[] pieces = new double[4 * count];
    double[] plane = new double[4];
    int at = 0;
    for (List<LonLat> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        System.arraycopy(plane, 2, plane, 0, 2);
        UtmZone.VIET_NAM.metres(line.get(i).lon(), line.get(i).lat(), plane, 2);
        if (i > 0) {
          System.arraycopy(plane, 0, pieces, at, 4);
          at += 4;
        }
      }
    }
    return new PlaneLines(pieces);
  }

  int pieces() {
    return pieces.length / 4;
  }

  double fromEast(int piece) {
    return pieces[4 * piece];
  }

  double fromNorth(int piece) {
    return pieces[4 * piece + 1];
  }

  double toEast(int piece) {
    return pieces[4 * piece + 2];
  }

  double toNorth(int piece) {
    return pieces[4 * piece + 3];
  }

  double lengthMetres(int piece) {
    return Math.hypot(toEast(piece) - fromEast(piece), toNorth(piece) - fromNorth(piece));
  }

  double lengthMetres() {
    double metres = 0;
    for (int piece = 0; piece < pieces(); piece++) {
      metres += lengthMetres(piece);
    }
    return metres;
  }

  /** Metres from a point to the nearest place of a piece, squared. */
  double squaredMetres(int piece, double east, double north) {
    double fromEast = fromEast(piece);
    double fromNorth = fromNorth(piece);
    double dx = toEast(piece) - fromEast;
    double dy = toNorth(piece) - fromNorth;
    double square = dx * dx + dy * dy;
    double along = square > 0 ? ((east - fromEast) * dx + (north - fromNorth) * dy) / square : 0;
    double t = Math.max(0, Math.min(1, along));
    double x = east - fromEast - t * dx;
    double y = north - fromNorth - t * dy;
    return x * x + y * y;
  }

  /** Takes points of the plane, one after the other. */
  @FunctionalInterface
  interface PointTaker {
    /** A point in the middle of {@code metres} of line. */
    void take(double east, double north, double metres);
  }

  /** Cuts the lines into bits of at most {@code stepMetres} and gives the middle of each. */
  void walk(double stepMetres, PointTaker taker) {
    for (int piece = 0; piece < pieces(); piece++) {
      double metres = lengthMetres(piece);
      int bits = Math.max(1, (int) Math.ceil(metres / stepMetres));
      for (int bit = 0; bit < bits; bit++) {
        double t = (bit + 0.5) / bits;
        taker.take(
            fromEast(piece) + t * (toEast(piece) - fromEast(piece)),
            fromNorth(piece) + t * (toNorth(piece) - fromNorth(piece)),
            metres / bits);
      }
    }
  }
}
