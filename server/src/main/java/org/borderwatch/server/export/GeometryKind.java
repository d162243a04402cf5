package org.borderwatch.server.export;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * What geometries a file holds, for formats that say so once. Where single and multiple ones of a
 * kind come together, all are told as multiple.
 */
enum GeometryKind {
  NONE("none"),
  POINT("Point"),
  LINE("LineString"),
  AREA("Polygon"),
  POINTS("MultiPoint"),
  LINES("MultiLineString"),
  AREAS("MultiPolygon"),
  MIXED("Geometry");

  private final String geoJson;

  GeometryKind(String geoJson) {
    this.geoJson = geoJson;
  }

  /** Its name in GeoJSON and, in capitals, in simple features. */
  String geoJson() {
    return geoJson;
  }

  /** What holds geometries of all these {@code types} of GeoJSON. */
  static GeometryKind of(Set<String> types) {
    if (types.isEmpty()) {
      return NONE;
    }
    for (GeometryKind kind : new GeometryKind[] {POINT, LINE, AREA, POINTS, LINES, AREAS}) {
      String single = kind.geoJson.replace("Multi", "");
      if (types.stream().allMatch(type -> type.equals(kind.geoJson) || type.equals(single))) {
        return kind;
      }
    }
    return MIXED;
  }

  /** {@code geometry} as it has to stand in such a file. */
  @Nullable Geometry fitted(@Nullable Geometry geometry) {
    if (geometry == null) {
      return null;
    }
    if (this == POINTS && geometry instanceof Point point) {
      return geometry.getFactory().createMultiPoint(new Point[] {point});
    }
    if (this == LINES && geometry instanceof LineString line) {
      return geometry.getFactory().createMultiLineString(new LineString[] {line});
    }
    if (this == AREAS && geometry instanceof Polygon area) {
      return geometry.getFactory().createMultiPolygon(new Polygon[] {area});
    }
    return geometry;
  }
}
