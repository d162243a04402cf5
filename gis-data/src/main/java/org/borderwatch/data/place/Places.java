package org.borderwatch.data.place;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.borderwatch.data.LayerFile;
import org.borderwatch.data.PlainName;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.LonLat;

/**
 * The towns of Viet Nam and around it, 102-110 E and 8-24 N. Source: GeoNames (CC BY 4.0), see
 * {@code layers/places}.
 */
public final class Places {
  private final List<Place> all;

  private Places(List<Place> all) {
    this.all = all;
  }

  /** Reads the layer that comes with the program. */
  public static Places load() {
    return new Places(
        new LayerFile("places/places.csv").rows().stream().map(Places::place).toList());
  }

  private static Place place(NamedCsvRecord row) {
    return new Place(
        row.getField("name"),
        row.getField("name_en"),
        new LonLat(
            Double.parseDouble(row.getField("lon")), Double.parseDouble(row.getField("lat"))),
        row.getField("country"),
        Word.byCode(PlaceKind.class, row.getField("kind")).orElseThrow());
  }

  /** Every place: those of Viet Nam first, each country from north to south. */
  public List<Place> all() {
    return all;
  }

  /**
   * The most important place of Viet Nam with a name, Vietnamese with or without its marks, or
   * English; the northernmost of several.
   */
  public Optional<Place> inVietNam(String name) {
    String plain = PlainName.of(name);
    return all.stream()
        .filter(place -> place.country().equals("VN"))
        .filter(
            place ->
                PlainName.of(place.name()).equals(plain)
                    || PlainName.of(place.nameEn()).equals(plain))
        .min(Comparator.comparing(Place::kind));
  }
}
