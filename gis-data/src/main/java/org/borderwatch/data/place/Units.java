package org.borderwatch.data.place;

import java.util.List;
import java.util.stream.Stream;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.border.Stretch;

/** The command and one unit for each of the 25 provinces on the land border. */
public final class Units {
  /** The command that every province stands under. */
  public static final String COMMAND = "VN";

  /** Lạng Sơn. */
  public static final String LANG_SON = "VN-09";

  /** The border of Lạng Sơn; where the province really ends is known to 1 or 2 km. */
  public static final Stretch LANG_SON_BORDER = new Stretch(Neighbour.CN, 1063.7, 1287.0);

  private Units() {}

  /** Each unit after the one above it. */
  public static List<Unit> load() {
    Unit command =
        new Unit(
            COMMAND,
            "Bộ Tư lệnh Bộ đội Biên phòng",
            "Border Guard Command",
            UnitKind.COMMAND,
            null,
            List.of());
    Stream<Unit> provinces =
        Provinces.load().all().stream()
            .filter(province -> !province.borders().isEmpty())
            .map(Units::borderGuardOf);
    return Stream.concat(Stream.of(command), provinces).toList();
  }

  private static Unit borderGuardOf(Province province) {
    return new Unit(
        province.code(),
        "Bộ đội Biên phòng " + province.nameVi(),
        "Border Guard of " + province.nameEn(),
        UnitKind.PROVINCE,
        COMMAND,
        province.code().equals(LANG_SON) ? List.of(LANG_SON_BORDER) : List.of());
  }
}
