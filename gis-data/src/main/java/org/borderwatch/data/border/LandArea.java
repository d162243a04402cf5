package org.borderwatch.data.border;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.borderwatch.data.LayerFile;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * About where the land of Viet Nam is, to tint a map under the border line: never a boundary.
 *
 * <p>Made of the polygon that tells sides, which holds the territorial sea: a strip of {@value
 * #SEA_KM} km along its edge at sea is taken away. Right to about a kilometre along the land
 * border, to some 30 km along the coast. Islands far out are not part of it.
 */
public final class LandArea {
  private static final double SEA_KM = 24;
  private static final double KM_PER_DEGREE = 111;
  private static final double NARROWING = Math.cos(Math.toRadians(16));
  private static final double TOLERANCE_DEGREES = 1 / KM_PER_DEGREE;
  private static final GeometryFactory PLANE = new GeometryFactory();

  private LandArea() {}

  /** Closed outer rings; reads the side polygon, which takes about half a second. */
  public static List<List<LonLat>> rings(LandBorder border) {
    Geometry whole = TopologyPreservingSimplifier.simplify(mainland(), TOLERANCE_DEGREES);
    Geometry sea = whole.getBoundary().difference(lines(border).buffer(3 * TOLERANCE_DEGREES));
    Geometry land = whole.difference(sea.buffer(SEA_KM / KM_PER_DEGREE, 4));
    List<List<LonLat>> rings = new ArrayList<>();
    Geometry simple = TopologyPreservingSimplifier.simplify(land, TOLERANCE_DEGREES);
    for (int i = 0; i < simple.getNumGeometries(); i++) {
      if (simple.getGeometryN(i) instanceof Polygon polygon && polygon.getArea() > 0.05) {
        rings.add(
            Arrays.stream(polygon.getExteriorRing().getCoordinates())
                .map(LandArea::rounded)
                .toList());
      }
    }
    return rings;
  }

  /** The largest part of the polygon, in degrees with longitudes made as short as latitudes. */
  private static Polygon mainland() {
    Polygon largest = PLANE.createPolygon();
    JsonNode feature = new LayerFile("border/side.geojson.gz").json();
    for (JsonNode polygon : feature.get("geometry").get("coordinates")) {
      Polygon candidate = PLANE.createPolygon(coordinates(polygon.get(0)));
      if (area(candidate.getEnvelopeInternal()) > area(largest.getEnvelopeInternal())) {
        largest = candidate;
      }
    }
    return largest;
  }

  private static double area(Envelope box) {
    return box.isNull() ? 0 : box.getArea();
  }

  private static Coordinate[] coordinates(JsonNode ring) {
    Coordinate[] coordinates = new Coordinate[ring.size()];
    for (int i = 0; i < coordinates.length; i++) {
      JsonNode position = ring.get(i);
      coordinates[i] =
          new Coordinate(position.get(0).asDouble() * NARROWING, position.get(1).asDouble());
    }
    return coordinates;
  }

  private static Geometry lines(LandBorder border) {
    LineString[] lines =
        border.lines().stream()
            .map(line -> line.simplified(500))
            .map(
                points ->
                    PLANE.createLineString(
                        points.stream()
                            .map(p -> new Coordinate(p.lon() * NARROWING, p.lat()))
                            .toArray(Coordinate[]::new)))
            .toArray(LineString[]::new);
    return PLANE.createMultiLineString(lines);
  }

  private static LonLat rounded(Coordinate c) {
    return new LonLat(Math.rint(c.x / NARROWING * 1e4) / 1e4, Math.rint(c.y * 1e4) / 1e4);
  }
}
