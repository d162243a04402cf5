package org.borderwatch.server.patrol.area;

import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.network.RoadNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * The outline of an area: the piece of border with {@value #BORDER_METRES} m inside Viet Nam and
 * its trails with {@value #TRAIL_METRES} m on both sides, without what lies beyond the line. Drawn
 * to some 30 m: a shape for the eye, not a limit.
 */
public final class AreaShape {
  private static final double BORDER_METRES = 500;
  private static final double TRAIL_METRES = 250;
  private static final double BEYOND_METRES = 1500;
  private static final double SIMPLER_METRES = 30;
  private static final double PROBE_METRES = 60;

  private static final GeometryFactory METRES = new GeometryFactory();

  private AreaShape() {}

  /** The polygon of a piece of a line and of some edges, in degrees. */
  public static Polygon of(
      LandBorder border,
      BorderLine line,
      double fromKm,
      double untilKm,
      RoadNetwork network,
      List<Integer> trails) {
    LineString piece = line(line.between(fromKm, untilKm));
    int inside = isInsideAtLeft(border, piece) ? 1 : -1;
    List<Geometry> parts = new ArrayList<>();
    parts.add(oneSide(piece, inside * BORDER_METRES));
    for (int edge : trails) {
      parts.add(line(network, edge).buffer(TRAIL_METRES, 4));
    }
    Geometry beyond = oneSide(piece, -inside * BEYOND_METRES);
    Geometry whole = UnaryUnionOp.union(parts).difference(beyond);
    Geometry simple = DouglasPeuckerSimplifier.simplify(whole, SIMPLER_METRES).buffer(0);
    return degrees(largest(simple));
  }

  private static Geometry oneSide(LineString line, double metres) {
    BufferParameters parameters =
        new BufferParameters(4, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 2);
    parameters.setSingleSided(true);
    return BufferOp.bufferOp(
        DouglasPeuckerSimplifier.simplify(line, SIMPLER_METRES), metres, parameters);
  }

  private static boolean isInsideAtLeft(LandBorder border, LineString line) {
    int votes = 0;
    for (int i = 1; i < line.getNumPoints(); i++) {
      Coordinate from = line.getCoordinateN(i - 1);
      Coordinate to = line.getCoordinateN(i);
      double length = from.distance(to);
      if (length > 1) {
        double east = (from.x + to.x) / 2 - PROBE_METRES * (to.y - from.y) / length;
        double north = (from.y + to.y) / 2 + PROBE_METRES * (to.x - from.x) / length;
        UtmZone.Degrees at = UtmZone.VIET_NAM.degrees(east, north);
        votes += border.isInside(at.lon(), at.lat()) ? 1 : -1;
      }
    }
    return votes >= 0;
  }

  private static LineString line(List<LonLat> positions) {
    return METRES.createLineString(
        positions.stream().map(at -> metres(at.lon(), at.lat())).toArray(Coordinate[]::new));
  }

  private static LineString line(RoadNetwork network, int edge) {
    Coordinate[] vertices = new Coordinate[network.vertices(edge)];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] = metres(network.vertexLon(edge, i), network.vertexLat(edge, i));
    }
    return METRES.createLineString(vertices);
  }

  private static Coordinate metres(double lon, double lat) {
    UtmZone.Metres at = UtmZone.VIET_NAM.metres(lon, lat);
    return new Coordinate(at.east(), at.north());
  }

  /** Trails that nothing joins to the border piece in the picture are left out of it. */
  private static Polygon largest(Geometry geometry) {
    Polygon largest = METRES.createPolygon();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon part && part.getArea() > largest.getArea()) {
        largest = part;
      }
    }
    return METRES.createPolygon(largest.getExteriorRing().getCoordinates());
  }

  private static Polygon degrees(Polygon metres) {
    Coordinate[] ring = metres.getExteriorRing().getCoordinates();
    for (int i = 0; i < ring.length; i++) {
      UtmZone.Degrees at = UtmZone.VIET_NAM.degrees(ring[i].x, ring[i].y);
      ring[i] = new Coordinate(at.lon(), at.lat());
    }
    return METRES.createPolygon(ring);
  }
}
