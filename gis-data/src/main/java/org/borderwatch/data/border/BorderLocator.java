package org.borderwatch.data.border;

/**
 * Says where along the land border a point lies, on which side and how far from the line.
 *
 * <p>Measured on the unsimplified lines. Up to 300 km away the distance is right to a millionth and
 * a few centimetres, further away to 0.1 % (to 4,000 km); the chainage to a metre and a
 * hundred-thousandth of the distance. One to two microseconds a point near the border. Immutable,
 * hence thread-safe; build one and keep it.
 */
public final class BorderLocator {
  private final LandBorder border;
  private final BorderPieces pieces;
  private final NearestPiece nearest;

  public BorderLocator(LandBorder border) {
    this.border = border;
    this.pieces = new BorderPieces(border.lines());
    this.nearest = new NearestPiece(pieces);
  }

  /**
   * The border position of a point given in degrees.
   *
   * @throws IllegalArgumentException when it is no position on the earth
   */
  public BorderPosition locate(double lon, double lat) {
    EarthPoint point = pointAt(lon, lat);
    NearestPiece.Found found = nearest.to(point);
    double metres = metres(point, found);
    return new BorderPosition(
        pieces.lineOf(found.piece()).with(),
        pieces.kmAlong(found.piece(), found.along()),
        border.isInside(lon, lat) ? metres : 0 - metres);
  }

  /**
   * A kilometre of the border.
   *
   * @param with whose line it lies on
   * @param km chainage, see {@link BorderPosition}
   */
  public record Chainage(Neighbour with, double km) {}

  /** The kilometre nearest to a point in degrees: {@link #locate} without side and distance. */
  public Chainage chainage(double lon, double lat) {
    NearestPiece.Found found = nearest.to(pointAt(lon, lat));
    return new Chainage(
        pieces.lineOf(found.piece()).with(), pieces.kmAlong(found.piece(), found.along()));
  }

  /** Metres from a point in degrees to the nearest land border, whichever the side. */
  public double distanceMetres(double lon, double lat) {
    EarthPoint point = pointAt(lon, lat);
    return metres(point, nearest.to(point));
  }

  private double metres(EarthPoint point, NearestPiece.Found found) {
    return point.surfaceMetresTo(pieces.along(found.piece(), found.along()));
  }

  private static EarthPoint pointAt(double lon, double lat) {
    if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException("not a position: lon " + lon + ", lat " + lat);
    }
    return EarthPoint.at(lon, lat);
  }
}
