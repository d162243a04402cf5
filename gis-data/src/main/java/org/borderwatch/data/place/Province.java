package org.borderwatch.data.place;

import java.util.Set;
import org.borderwatch.data.border.Neighbour;

/**
 * A province or city of the first order, as they were before July 2025.
 *
 * @param code ISO 3166-2, such as {@code VN-09}
 * @param statisticalCode two digits of the General Statistics Office, such as {@code 20}
 * @param town where it is governed from
 * @param borders the neighbours its land border is with; empty away from the border
 */
public record Province(
    String code,
    String statisticalCode,
    String nameVi,
    String nameEn,
    String town,
    Set<Neighbour> borders) {

  public Province {
    borders = Set.copyOf(borders);
  }
}
