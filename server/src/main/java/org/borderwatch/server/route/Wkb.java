package org.borderwatch.server.route;

import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.border.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Lines as well-known binary: a MultiLineString in degrees, as the register stores it. */
final class Wkb {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Wkb() {}

  /** As they are stored. */
  static byte[] of(List<List<LonLat>> lines) {
    LineString[] parts =
        lines.stream()
            .map(
                line ->
                    FACTORY.createLineString(
                        line.stream()
                            .map(at -> new Coordinate(at.lon(), at.lat()))
                            .toArray(Coordinate[]::new)))
            .toArray(LineString[]::new);
    return new WKBWriter().write(FACTORY.createMultiLineString(parts));
  }

  /** The lines of what is stored. */
  static List<List<LonLat>> lines(byte[] stored) {
    try {
      Geometry geometry = new WKBReader(FACTORY).read(stored);
      List<List<LonLat>> lines = new ArrayList<>();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        List<LonLat> line = new ArrayList<>();
        for (Coordinate at : geometry.getGeometryN(i).getCoordinates()) {
          line.add(new LonLat(at.x, at.y));
        }
        lines.add(List.copyOf(line));
      }
      return List.copyOf(lines);
    } catch (ParseException broken) {
      throw new IllegalStateException("the register holds a broken line", broken);
    }
  }
}
