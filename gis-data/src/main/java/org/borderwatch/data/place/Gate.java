package org.borderwatch.data.place;

import org.borderwatch.data.border.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * An official crossing.
 *
 * @param code stable, lower case letters and hyphens
 * @param gateClass international, international railway, main or crossing point
 * @param opposite the place on the other side, or null when not known
 * @param approximate whether the position is a guess from the district's town
 * @param note a remark on the position, or null
 */
public record Gate(
    String code,
    String nameVi,
    String nameEn,
    String gateClass,
    String district,
    @Nullable String opposite,
    LonLat position,
    boolean approximate,
    @Nullable String note) {

  public double lon() {
    return position.lon();
  }

  public double lat() {
    return position.lat();
  }
}
