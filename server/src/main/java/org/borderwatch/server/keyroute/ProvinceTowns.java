package org.borderwatch.server.keyroute;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.borderwatch.data.PlainName;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.place.Place;
import org.borderwatch.data.place.Province;
import org.borderwatch.server.geo.ReferenceLayers;

/** Where provinces are governed from, which stands for all who come from there. */
final class ProvinceTowns {
  private ProvinceTowns() {}

  /** The town of each province, by its ISO 3166-2 code. */
  static Map<String, LonLat> of(ReferenceLayers layers) {
    Map<String, LonLat> towns = new TreeMap<>();
    for (Province province : layers.provinces()) {
      String plain = PlainName.of(province.town());
      layers.places().stream()
          .filter(place -> place.country().equals("VN"))
          .filter(
              place ->
                  PlainName.of(place.name()).equals(plain)
                      || PlainName.of(place.nameEn()).equals(plain))
          .min(Comparator.comparing(Place::kind))
          .ifPresent(place -> towns.put(province.code(), place.position()));
    }
    return towns;
  }
}
