package org.borderwatch.data.scenario;

import java.util.List;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Stretch;

/**
 * A made-up station. No real post stands there: real stations have no public positions.
 *
 * @param code such as {@code LS-01}, west to east
 * @param parent code of the province's unit
 * @param position approximate and synthetic, 1 to 4 km inside Viet Nam
 * @param stretch the border it answers for; those of all stations tile the border of Lạng Sơn
 */
public record DemoStation(
    String code, String nameVi, String nameEn, String parent, LonLat position, Stretch stretch) {
  /** The one whose stretch holds a kilometre; the last one beyond its end. */
  static DemoStation answering(List<DemoStation> stations, double km) {
    for (DemoStation station : stations) {
      if (km < station.stretch().toKm()) {
        return station;
      }
    }
    return stations.get(stations.size() - 1);
  }
}
