package org.borderwatch.server.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The one point at which a GeoJSON geometry stands: itself, or its centroid. */
final class RepresentativePoint {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private RepresentativePoint() {}

  /** Its two coordinates, or null when it has none, or some that aren't finite. */
  static double @Nullable [] of(JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    if (geometry.path("type").asText().equals("Point")) {
      Coordinate at = position(coordinates);
      return at == null ? null : new double[] {at.x, at.y};
    }
    Geometry shape;
    try {
      shape = shape(geometry.path("type").asText(), coordinates);
    } catch (IllegalArgumentException unclosed) {
      return null;
    }
    if (shape == null || shape.isEmpty()) {
      return null;
    }
    Point middle = shape.getCentroid();
    return new double[] {middle.getX(), middle.getY()};
  }

  private static @Nullable Geometry shape(String type, JsonNode coordinates) {
    return switch (type) {
      case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(coordinates));
      case "LineString" -> FACTORY.createLineString(positions(coordinates));
      case "Polygon" -> polygon(coordinates);
      case "MultiLineString" -> {
        List<Geometry> lines = new ArrayList<>();
        coordinates.forEach(line -> lines.add(FACTORY.createLineString(positions(line))));
        yield FACTORY.buildGeometry(lines);
      }
      case "MultiPolygon" -> {
        List<Geometry> polygons = new ArrayList<>();
        coordinates.forEach(polygon -> polygons.add(polygon(polygon)));
        yield FACTORY.buildGeometry(polygons);
      }
      default -> null;
    };
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> made = new ArrayList<>();
    rings.forEach(ring -> made.add(FACTORY.createLinearRing(positions(ring))));
    return made.isEmpty()
        ? FACTORY.createPolygon()
        : FACTORY.createPolygon(
            made.get(0), made.subList(1, made.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate[] positions(JsonNode list) {
    Coordinate[] positions = new Coordinate[list.size()];
    for (int i = 0; i < positions.length; i++) {
      Coordinate at = position(list.get(i));
      if (at == null) {
        throw new IllegalArgumentException("not a position");
      }
      positions[i] = at;
    }
    return positions;
  }

  private static @Nullable Coordinate position(JsonNode position) {
    boolean finite =
        position.size() >= 2
            && position.get(0).isNumber()
            && position.get(1).isNumber()
            && Double.isFinite(position.get(0).asDouble())
            && Double.isFinite(position.get(1).asDouble());
    return finite ? new Coordinate(position.get(0).asDouble(), position.get(1).asDouble()) : null;
  }
}
