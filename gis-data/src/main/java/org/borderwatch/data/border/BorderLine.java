package org.borderwatch.data.border;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * The border with one neighbour, from its western end, unsimplified, with chainage in geodesic
 * kilometres.
 *
 * <p>Between two vertices the line is straight in longitude and latitude, as GeoJSON and PostGIS
 * have it. Immutable.
 */
public final class BorderLine {
  private final Neighbour with;
  private final double[] lon;
  private final double[] lat;
  private final double[] km;

  /** Takes the vertices from the western end to the eastern one, at least two. */
  BorderLine(Neighbour with, double[] lon, double[] lat) {
    if (lon.length < 2 || lon.length != lat.length) {
      throw new IllegalArgumentException("a line needs two vertices or more");
    }
    this.with = with;
    this.lon = lon.clone();
    this.lat = lat.clone();
    this.km = chainage(lon, lat);
  }

  private static double[] chainage(double[] lon, double[] lat) {
    double[] km = new double[lon.length];
    double metres = 0;
    EarthPoint last = EarthPoint.at(lon[0], lat[0]);
    for (int i = 1; i < lon.length; i++) {
      EarthPoint next = EarthPoint.at(lon[i], lat[i]);
      metres += last.surfaceMetresTo(next);
      km[i] = metres / 1000;
      last = next;
    }
    return km;
  }

  /** The country on the other side. */
  public Neighbour with() {
    return with;
  }

  /** Length of the whole line in kilometres: the chainage of its eastern end. */
  public double lengthKm() {
    return km[km.length - 1];
  }

  /** How many vertices the line has. */
  public int size() {
    return lon.length;
  }

  /** Longitude of vertex {@code i} in degrees. */
  public double lon(int i) {
    return lon[i];
  }

  /** Latitude of vertex {@code i} in degrees. */
  public double lat(int i) {
    return lat[i];
  }

  /** Chainage of vertex {@code i} in kilometres. */
  public double km(int i) {
    return km[i];
  }

  /** The point at a chainage; a chainage beyond an end is that end. */
  public LonLat pointAt(double atKm) {
    if (Double.isNaN(atKm)) {
      throw new IllegalArgumentException("chainage is not a number");
    }
    if (atKm <= 0) {
      return vertex(0);
    }
    if (atKm >= lengthKm()) {
      return vertex(size() - 1);
    }
    int found = Arrays.binarySearch(km, atKm);
    if (found >= 0) {
      return vertex(found);
    }
    int after = -found - 1;
    double t = (atKm - km[after - 1]) / (km[after] - km[after - 1]);
    return new LonLat(
        lon[after - 1] + t * (lon[after] - lon[after - 1]),
        lat[after - 1] + t * (lat[after] - lat[after - 1]));
  }

  /** The stretch between two chainages, every vertex of it and both ends. */
  public List<LonLat> between(double fromKm, double toKm) {
    if (!(fromKm < toKm)) {
      throw new IllegalArgumentException(
          "a stretch runs from west to east: " + fromKm + ", " + toKm);
    }
    List<LonLat> stretch = new ArrayList<>();
    stretch.add(pointAt(fromKm));
    for (int i = firstAfter(fromKm); i < size() && km[i] < toKm; i++) {
      stretch.add(vertex(i));
    }
    stretch.add(pointAt(toKm));
    return List.copyOf(stretch);
  }

  private int firstAfter(double fromKm) {
    int found = Arrays.binarySearch(km, fromKm);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /**
   * The line with fewer vertices, for drawing only: chainage and side are never measured on it.
   * Douglas-Peucker; no vertex left out was further away than the tolerance (to within 5 %).
   */
  public List<LonLat> simplified(double toleranceMetres) {
    double metresPerDegree = 111_000;
    double narrowing = Math.cos(Math.toRadians(16));
    Coordinate[] plane = new Coordinate[size()];
    for (int i = 0; i < plane.length; i++) {
      // The third ordinate carries the vertex number through the simplifier.
      plane[i] = new Coordinate(lon[i] * narrowing, lat[i], i);
    }
    LineString whole = new GeometryFactory().createLineString(plane);
    Coordinate[] kept =
        DouglasPeuckerSimplifier.simplify(whole, toleranceMetres / metresPerDegree)
            .getCoordinates();
    return Arrays.stream(kept).map(c -> vertex((int) c.getZ())).toList();
  }

  private LonLat vertex(int i) {
    return new LonLat(lon[i], lat[i]);
  }
}
