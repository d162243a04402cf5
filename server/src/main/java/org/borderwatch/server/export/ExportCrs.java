package org.borderwatch.server.export;

import java.util.List;
import java.util.Optional;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.geo.VietnamDatum;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * The reference system of a file, and the way there from degrees of WGS 84. The x of coordinates is
 * longitude or metres east, y latitude or metres north, whatever order the register gives.
 *
 * @param code such as {@code EPSG:4326}
 * @param epsg its number, 0 when the coordinates have no known system
 * @param name as people know it
 * @param projection null leaves coordinates as they stand
 */
record ExportCrs(String code, int epsg, String name, @Nullable Projection projection) {
  static final ExportCrs WGS_84 = new ExportCrs("EPSG:4326", 4326, "WGS 84", null);

  static final ExportCrs UTM_48N =
      new ExportCrs("EPSG:32648", 32648, "WGS 84 / UTM zone 48N", UtmZone.VIET_NAM::metres);

  static final ExportCrs VN_2000 =
      new ExportCrs("EPSG:3405", 3405, "VN-2000 / UTM zone 48N", VietnamDatum::metres);

  static final List<ExportCrs> OFFERED = List.of(WGS_84, UTM_48N, VN_2000);

  /** A tenth of a millimetre: the same number in texts and in binary files. */
  private static final double PER_METRE = 1e4;

  /** Turns degrees into metres: x to {@code target[at]}, y behind it. */
  interface Projection {
    void metres(double lon, double lat, double[] target, int at);
  }

  /** The one that is asked for by its code; WGS 84 when none is. */
  static ExportCrs of(@Nullable String code, List<ExportCrs> offered) {
    if (code == null || code.isBlank()) {
      return offered.get(0);
    }
    return offered.stream()
        .filter(one -> one.code().equalsIgnoreCase(code.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new BadParameter(
                    "crs",
                    "crs is %s; offered here: %s"
                        .formatted(
                            code,
                            String.join(", ", offered.stream().map(ExportCrs::code).toList()))));
  }

  /** Coordinates that stand already in the system with this code, {@code none} for a bare plane. */
  static ExportCrs asItStands(String code) {
    Optional<ExportCrs> known =
        OFFERED.stream().filter(one -> one.code().equalsIgnoreCase(code)).findFirst();
    return known
        .map(one -> new ExportCrs(one.code(), one.epsg(), one.name(), null))
        .orElse(new ExportCrs(code, 0, code.equals("none") ? "plane" : code, null));
  }

  /** Whether coordinates are degrees of WGS 84. */
  boolean isDegrees() {
    return epsg == WGS_84.epsg;
  }

  /** Whether it is known which system it is. */
  boolean isKnown() {
    return epsg != 0;
  }

  /** Puts a geometry in degrees into this system; changes it. */
  void apply(Geometry geometry) {
    if (projection != null) {
      geometry.apply(new Projecting(projection));
      geometry.geometryChanged();
    }
  }

  private static final class Projecting implements CoordinateSequenceFilter {
    private final Projection projection;
    private final double[] metres = new double[2];

    Projecting(Projection projection) {
      this.projection = projection;
    }

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      projection.metres(sequence.getX(i), sequence.getY(i), metres, 0);
      sequence.setOrdinate(i, 0, Math.rint(metres[0] * PER_METRE) / PER_METRE);
      sequence.setOrdinate(i, 1, Math.rint(metres[1] * PER_METRE) / PER_METRE);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }

  /** Well-known text of the older kind, with EPSG's numbers. */
  String wkt() {
    return isDegrees()
        ? WGS_84_WKT
        : """
          PROJCS["%s",%s,PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],\
          PARAMETER["central_meridian",105],PARAMETER["scale_factor",0.9996],\
          PARAMETER["false_easting",500000],PARAMETER["false_northing",0],\
          UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],\
          AUTHORITY["EPSG","%d"]]"""
            .formatted(name, epsg == VN_2000.epsg ? VN_2000_WKT : WGS_84_WKT, epsg);
  }

  private static final String WGS_84_WKT =
      """
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\
      AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,\
      AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
      AUTHORITY["EPSG","4326"]]""";

  private static final String VN_2000_WKT =
      """
      GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563,\
      AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6756"]],PRIMEM["Greenwich",0,\
      AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
      AUTHORITY["EPSG","4756"]]""";

  /** Well-known text as Esri writes it, for the .prj of a Shapefile. */
  String esriWkt() {
    String degrees =
        "GEOGCS[\"%s\",DATUM[\"%s\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]"
            .formatted(
                epsg == VN_2000.epsg ? "GCS_VN_2000" : "GCS_WGS_1984",
                epsg == VN_2000.epsg ? "D_Vietnam_2000" : "D_WGS_1984");
    return isDegrees()
        ? degrees
        : """
          PROJCS["%s",%s,PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],\
          PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.0],\
          PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]"""
            .formatted(
                epsg == VN_2000.epsg ? "VN_2000_UTM_Zone_48N" : "WGS_1984_UTM_Zone_48N", degrees);
  }
}
