package org.borderwatch.server.ogc;

/** Media types and reference systems that the OGC standards name. */
final class MediaTypes {
  static final String GEOJSON = "application/geo+json";
  static final String JSON = "application/json";
  static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
  static final String SCHEMA = "application/schema+json";
  static final String MVT = "application/vnd.mapbox-vector-tile";

  /** Longitude, latitude in degrees, WGS 84. */
  static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

  static final String CRS84_HEADER = "<" + CRS84 + ">";

  private MediaTypes() {}
}
