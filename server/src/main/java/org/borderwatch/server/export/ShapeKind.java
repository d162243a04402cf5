package org.borderwatch.server.export;

import org.borderwatch.server.http.ApiException.BadParameter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The kinds of geometry of which a Shapefile holds one. */
enum ShapeKind {
  NONE(0, "_none"),
  POINT(1, "_point"),
  LINE(3, "_line"),
  AREA(5, "_area"),
  POINTS(8, "_points");

  private final int code;
  private final String suffix;

  ShapeKind(int code, String suffix) {
    this.code = code;
    this.suffix = suffix;
  }

  /** Esri's number of it. */
  int code() {
    return code;
  }

  /** What its files are called behind the layer's name, where there are several kinds. */
  String suffix() {
    return suffix;
  }

  /** Where a geometry goes; what has none goes with the others of a layer of one kind. */
  static ShapeKind of(@Nullable Geometry geometry, GeometryKind layer) {
    if (geometry == null) {
      return switch (layer) {
        case POINT -> POINT;
        case POINTS -> POINTS;
        case LINE, LINES -> LINE;
        case AREA, AREAS -> AREA;
        case NONE, MIXED -> NONE;
      };
    }
    if (geometry instanceof Point) {
      return layer == GeometryKind.POINTS ? POINTS : POINT;
    }
    if (geometry instanceof MultiPoint) {
      return POINTS;
    }
    if (geometry instanceof LineString || geometry instanceof MultiLineString) {
      return LINE;
    }
    if (geometry instanceof Polygon || geometry instanceof MultiPolygon) {
      return AREA;
    }
    throw new BadParameter(
        "format", "A Shapefile can't hold a " + geometry.getGeometryType() + "; choose gpkg");
  }
}
