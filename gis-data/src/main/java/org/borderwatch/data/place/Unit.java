package org.borderwatch.data.place;

import java.util.List;
import java.util.regex.Pattern;
import org.borderwatch.data.border.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * Who acts and reports, above the stations.
 *
 * @param code 1 to 20 capital letters, digits and hyphens
 * @param parent code of the unit above, or null for the highest
 * @param stretches the border it answers for, where that is known; else empty
 */
public record Unit(
    String code,
    String nameVi,
    String nameEn,
    UnitKind kind,
    @Nullable String parent,
    List<Stretch> stretches) {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{1,20}");

  public Unit {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("not a unit code: " + code);
    }
    stretches = List.copyOf(stretches);
  }
}
