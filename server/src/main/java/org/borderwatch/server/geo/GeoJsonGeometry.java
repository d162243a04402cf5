package org.borderwatch.server.geo;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** Geometries of GeoJSON, in two dimensions: heights of positions are left out. */
public final class GeoJsonGeometry {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private GeoJsonGeometry() {}

  /**
   * The geometry, null when it is null or empty.
   *
   * @throws IllegalArgumentException when it isn't one
   */
  public static @Nullable Geometry read(JsonNode json) {
    if (json.isNull() || json.isMissingNode()) {
      return null;
    }
    Geometry geometry = geometry(json);
    return geometry.isEmpty() ? null : geometry;
  }

  private static Geometry geometry(JsonNode json) {
    JsonNode at = json.path("coordinates");
    String type = json.path("type").asText();
    return switch (type) {
      case "Point" -> point(at);
      case "LineString" -> line(at);
      case "Polygon" -> polygon(at);
      case "MultiPoint" -> {
        Point[] parts = new Point[at.size()];
        for (int i = 0; i < parts.length; i++) {
          parts[i] = point(at.get(i));
        }
        yield FACTORY.createMultiPoint(parts);
      }
      case "MultiLineString" -> {
        LineString[] parts = new LineString[at.size()];
        for (int i = 0; i < parts.length; i++) {
          parts[i] = line(at.get(i));
        }
        yield FACTORY.createMultiLineString(parts);
      }
      case "MultiPolygon" -> {
        Polygon[] parts = new Polygon[at.size()];
        for (int i = 0; i < parts.length; i++) {
          parts[i] = polygon(at.get(i));
        }
        yield FACTORY.createMultiPolygon(parts);
      }
      case "GeometryCollection" -> {
        Geometry[] parts = new Geometry[json.path("geometries").size()];
        for (int i = 0; i < parts.length; i++) {
          parts[i] = geometry(json.path("geometries").get(i));
        }
        yield FACTORY.createGeometryCollection(parts);
      }
      default -> throw new IllegalArgumentException("no geometry of GeoJSON: " + type);
    };
  }

  private static Point point(JsonNode at) {
    return at.isEmpty()
        ? FACTORY.createPoint()
        : FACTORY.createPoint(new Coordinate(number(at, 0), number(at, 1)));
  }

  private static LineString line(JsonNode positions) {
    return FACTORY.createLineString(sequence(positions));
  }

  private static Polygon polygon(JsonNode rings) {
    if (rings.isEmpty()) {
      return FACTORY.createPolygon();
    }
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = FACTORY.createLinearRing(sequence(rings.get(i + 1)));
    }
    return FACTORY.createPolygon(FACTORY.createLinearRing(sequence(rings.get(0))), holes);
  }

  private static CoordinateSequence sequence(JsonNode positions) {
    double[] packed = new double[2 * positions.size()];
    for (int i = 0; i < positions.size(); i++) {
      packed[2 * i] = number(positions.get(i), 0);
      packed[2 * i + 1] = number(positions.get(i), 1);
    }
    return new PackedCoordinateSequence.Double(packed, 2, 0);
  }

  private static double number(JsonNode position, int i) {
    JsonNode number = position.path(i);
    if (!number.isNumber()) {
      throw new IllegalArgumentException("a position is two numbers");
    }
    return number.doubleValue();
  }

  /** Writes a geometry, or null. */
  public static void write(@Nullable Geometry geometry, JsonGenerator json) throws IOException {
    if (geometry == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("type", geometry.getGeometryType());
    if (geometry.getClass() == GeometryCollection.class) {
      json.writeArrayFieldStart("geometries");
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        write(geometry.getGeometryN(i), json);
      }
      json.writeEndArray();
    } else {
      json.writeFieldName("coordinates");
      coordinates(geometry, json);
    }
    json.writeEndObject();
  }

  private static void coordinates(Geometry geometry, JsonGenerator json) throws IOException {
    if (geometry instanceof Point point) {
      position(point.getCoordinateSequence(), 0, json);
    } else if (geometry instanceof LineString line) {
      json.writeStartArray();
      CoordinateSequence sequence = line.getCoordinateSequence();
      for (int i = 0; i < sequence.size(); i++) {
        position(sequence, i, json);
      }
      json.writeEndArray();
    } else if (geometry instanceof Polygon area) {
      json.writeStartArray();
      coordinates(area.getExteriorRing(), json);
      for (int i = 0; i < area.getNumInteriorRing(); i++) {
        coordinates(area.getInteriorRingN(i), json);
      }
      json.writeEndArray();
    } else {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        coordinates(geometry.getGeometryN(i), json);
      }
      json.writeEndArray();
    }
  }

  private static void position(CoordinateSequence sequence, int i, JsonGenerator json)
      throws IOException {
    json.writeStartArray();
    json.writeNumber(sequence.getX(i));
    json.writeNumber(sequence.getY(i));
    json.writeEndArray();
  }
}
