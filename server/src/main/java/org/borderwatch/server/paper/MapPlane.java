package org.borderwatch.server.paper;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.borderwatch.server.geo.UtmZone;
import org.locationtech.jts.geom.Coordinate;

/**
 * The sheet of a map: degrees through UTM zone 48N to its pixels, y downwards. One pixel is as many
 * metres in both directions.
 *
 * @param west metres east of the zone's false origin at the left edge
 * @param north metres north at the upper edge
 * @param metresAPixel scale
 * @param width pixels
 * @param height pixels
 */
public record MapPlane(
    double west, double north, double metresAPixel, double width, double height) {
  /** A share of the sheet that stays free on each side. */
  private static final double MARGIN = 0.09;

  /** A single place is shown with this much around it. */
  private static final double LEAST_METRES = 3000;

  /** A sheet that holds all of a box in metres. */
  public static MapPlane fitting(Rectangle2D metres, double width, double height) {
    double wide = Math.max(metres.getWidth(), LEAST_METRES);
    double high = Math.max(metres.getHeight(), LEAST_METRES);
    double scale = Math.max(wide / width, high / height) / (1 - 2 * MARGIN);
    return new MapPlane(
        metres.getCenterX() - width / 2 * scale,
        metres.getCenterY() + height / 2 * scale,
        scale,
        width,
        height);
  }

  public Point2D at(double lon, double lat) {
    UtmZone.Metres metres = UtmZone.VIET_NAM.metres(lon, lat);
    return new Point2D.Double(
        (metres.east() - west) / metresAPixel, (north - metres.north()) / metresAPixel);
  }

  /** A line of positions: longitude and latitude in turn. */
  public Path2D line(double[] lonLats) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i + 1 < lonLats.length; i += 2) {
      Point2D at = at(lonLats[i], lonLats[i + 1]);
      if (i == 0) {
        path.moveTo(at.getX(), at.getY());
      } else {
        path.lineTo(at.getX(), at.getY());
      }
    }
    return path;
  }

  /** A closed ring. */
  public Path2D ring(Coordinate[] degrees) {
    double[] lonLats = new double[2 * degrees.length];
    for (int i = 0; i < degrees.length; i++) {
      lonLats[2 * i] = degrees[i].x;
      lonLats[2 * i + 1] = degrees[i].y;
    }
    Path2D path = line(lonLats);
    path.closePath();
    return path;
  }

  public Rectangle2D sheet() {
    return new Rectangle2D.Double(0, 0, width, height);
  }

  /** The largest of 1, 2, 5 times a power of ten metres that takes at most {@code pixels}. */
  public double roundMetres(double pixels) {
    double most = pixels * metresAPixel;
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
  }
}
