package org.borderwatch.data.place;

import org.borderwatch.data.border.LonLat;

/**
 * A town or a part of one.
 *
 * @param name Vietnamese name where there is one, else the local one
 * @param nameEn English name, or the name in bare letters
 * @param country ISO 3166-1 code
 */
public record Place(String name, String nameEn, LonLat position, String country, PlaceKind kind) {

  /** 1 for capitals to 4 for quarters: the lower, the earlier a map labels it. */
  public int rank() {
    return kind.ordinal() + 1;
  }

  public double lon() {
    return position.lon();
  }

  public double lat() {
    return position.lat();
  }
}
