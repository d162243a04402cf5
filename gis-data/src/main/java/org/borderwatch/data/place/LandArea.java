package org.borderwatch.data.place;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.borderwatch.data.LayerFile;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * About where the land of Viet Nam is, to tint a map under the border line: never a boundary.
 *
 * <p>Made of the polygon that tells sides, which reaches far out to sea: kept is what lies near to
 * towns and to the land border. Right to about a kilometre along the land border, to some 15 km
 * along the coast. Islands are not part of it.
 */
public final class LandArea {
  private static final double KM_PER_DEGREE = 111;
  private static final double NARROWING = Math.cos(Math.toRadians(16));
  private static final double TOLERANCE_DEGREES = 1 / KM_PER_DEGREE;

  /** Towns nearer to each other than twice this have land between them. */
  private static final double NEAR = 45 / KM_PER_DEGREE;

  /** How much of that is taken back, so that a town at the coast keeps only its shore. */
  private static final double BACK = 38 / KM_PER_DEGREE;

  private static final double SMALLEST_DEGREES_SQUARED = 0.05;
  private static final GeometryFactory PLANE = new GeometryFactory();

  private LandArea() {}

  /** Closed outer rings. Reads the side polygon; takes about half a second. */
  public static List<List<LonLat>> rings(LandBorder border, List<Place> places) {
    List<Geometry> around = new ArrayList<>();
    towns(places).forEach(town -> around.add(town.buffer(NEAR, 4)));
    around.add(lines(border).buffer(NEAR, 4));
    Geometry near = UnaryUnionOp.union(around).buffer(-BACK, 4);
    Geometry whole = TopologyPreservingSimplifier.simplify(mainland(), TOLERANCE_DEGREES);
    Geometry land = whole.intersection(near);
    List<List<LonLat>> rings = new ArrayList<>();
    for (int i = 0; i < land.getNumGeometries(); i++) {
      if (land.getGeometryN(i) instanceof Polygon polygon
          && polygon.getArea() > SMALLEST_DEGREES_SQUARED) {
        rings.add(
            Arrays.stream(polygon.getExteriorRing().getCoordinates())
                .map(LandArea::rounded)
                .toList());
      }
    }
    return rings;
  }

  private static Stream<Point> towns(List<Place> places) {
    return places.stream()
        .filter(place -> place.country().equals("VN"))
        .map(place -> new Coordinate(place.lon() * NARROWING, place.lat()))
        .map(PLANE::createPoint);
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
            .map(line -> line.simplified(2_000))
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
