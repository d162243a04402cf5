package org.borderwatch.data.place;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.borderwatch.data.LayerFile;
import org.borderwatch.data.PlainName;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.Neighbour;

/** The 63 provinces and cities before July 2025; see {@code layers/provinces}. */
public final class Provinces {
  /** What people write before a name. "Thành phố Hồ Chí Minh" is found by its bare name as well. */
  private static final Pattern TITLE = Pattern.compile("^(tinh|thanh pho|tp|t p) ");

  private static final Map<String, String> OTHER_NAMES =
      Map.of("hue", "VN-26", "sai gon", "VN-SG", "hcm", "VN-SG");

  private final List<Province> all;
  private final Map<String, Province> byKey = new HashMap<>();

  private Provinces(List<Province> all) {
    this.all = all;
    for (Province province : all) {
      byKey.put(province.code(), province);
      byKey.put(province.statisticalCode(), province);
      byKey.put(key(province.nameVi()), province);
      byKey.put(key(province.nameEn()), province);
    }
    OTHER_NAMES.forEach((name, code) -> byKey.put(name, byKey.get(code)));
  }

  /** Reads the list that comes with the program. */
  public static Provinces load() {
    return new Provinces(
        new LayerFile("provinces/provinces.csv").rows().stream().map(Provinces::province).toList());
  }

  private static Province province(NamedCsvRecord row) {
    return new Province(
        row.getField("iso"),
        row.getField("statistical"),
        row.getField("name"),
        row.getField("name_en"),
        row.getField("town"),
        neighbours(row.getField("borders")));
  }

  private static Set<Neighbour> neighbours(String codes) {
    Set<Neighbour> neighbours = EnumSet.noneOf(Neighbour.class);
    for (String code : codes.isEmpty() ? new String[0] : codes.split(";")) {
      neighbours.add(Word.byCode(Neighbour.class, code).orElseThrow());
    }
    return neighbours;
  }

  /** Every province in the order of the statistical codes, about north to south. */
  public List<Province> all() {
    return all;
  }

  /**
   * The province meant by its ISO code in any case, its two-digit statistical code, or its
   * Vietnamese or English name with or without marks and title.
   */
  public Optional<Province> find(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    Province found = byKey.get(code);
    return Optional.ofNullable(found != null ? found : byKey.get(key(text)));
  }

  private static String key(String name) {
    return TITLE.matcher(PlainName.of(name)).replaceFirst("");
  }
}
