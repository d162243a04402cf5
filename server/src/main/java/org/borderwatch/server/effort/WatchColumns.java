package org.borderwatch.server.effort;

import org.borderwatch.data.border.BorderLocator.Chainage;
import org.borderwatch.server.geo.UtmZone;

/**
 * Sensor watches as flat arrays, those of the same place one after the other. Immutable.
 *
 * @param firstWatch watches of place {@code p} are {@code firstWatch[p]..firstWatch[p + 1] - 1}
 * @param lon degrees, by place
 * @param lat degrees, by place
 * @param radiusMetres how far the sensor sees, by place
 * @param along the kilometre of the border nearest to the place
 * @param station number of the station, by watch
 * @param synthetic by watch
 * @param from first second watched, by watch
 * @param until first second not watched any more
 */
record WatchColumns(
    int[] firstWatch,
    double[] lon,
    double[] lat,
    double[] radiusMetres,
    Chainage[] along,
    int[] station,
    boolean[] synthetic,
    long[] from,
    long[] until) {
  /** Number of watches. */
  int size() {
    return station.length;
  }

  /** Number of places. */
  int places() {
    return lon.length;
  }

  UtmZone.Metres plane(UtmZone zone, int place) {
    return zone.metres(lon[place], lat[place]);
  }
}
