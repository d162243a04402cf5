package org.borderwatch.server.study;

import java.util.regex.Pattern;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/**
 * A coordinate reference system by its EPSG code, with longitude or east first whatever its
 * register says, as GeoJSON has it. The first use of the register takes about two seconds.
 */
final class EpsgCrs {
  private static final Pattern CODE = Pattern.compile("EPSG:[0-9]{4,6}");

  private final String code;
  private final CoordinateReferenceSystem system;

  private EpsgCrs(String code, CoordinateReferenceSystem system) {
    this.code = code;
    this.system = system;
  }

  /**
   * Looks the code up.
   *
   * @throws BadParameter when it isn't known, or neither degrees nor a projection in metres
   */
  static EpsgCrs of(String code) {
    if (!CODE.matcher(code).matches()) {
      throw unknown(code);
    }
    CoordinateReferenceSystem system;
    try {
      system = CRS.decode(code, true);
    } catch (FactoryException notThere) {
      throw unknown(code);
    }
    boolean metric =
        system instanceof ProjectedCRS
            && system.getCoordinateSystem().getAxis(0).getUnit().toString().equals("m");
    if (!metric && !(system instanceof GeographicCRS)) {
      throw new BadParameter(
          "crs", code + " is neither a projection in metres nor in degrees; project the features");
    }
    return new EpsgCrs(code, system);
  }

  private static BadParameter unknown(String code) {
    return new BadParameter(
        "crs",
        "crs is " + code + "; expected OGC:CRS84, a known EPSG code such as EPSG:32648, or none");
  }

  boolean isGeographic() {
    return system instanceof GeographicCRS;
  }

  /** Turns degrees of this system into those of WGS 84, in place. */
  void toWgs84(double[] lon, double[] lat) {
    try {
      MathTransform transform = CRS.findMathTransform(system, DefaultGeographicCRS.WGS84, true);
      double[] both = new double[2 * lon.length];
      for (int i = 0; i < lon.length; i++) {
        both[2 * i] = lon[i];
        both[2 * i + 1] = lat[i];
      }
      transform.transform(both, 0, both, 0, lon.length);
      for (int i = 0; i < lon.length; i++) {
        lon[i] = both[2 * i];
        lat[i] = both[2 * i + 1];
      }
    } catch (FactoryException | TransformException failed) {
      throw new BadParameter("crs", "The features can't be turned from " + code + " into WGS 84");
    }
  }
}
