package org.borderwatch.data.place;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.LayerFile;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Neighbour;
import org.jspecify.annotations.Nullable;

/**
 * The border gates of Lạng Sơn, from public lists; see {@code layers/gates}.
 *
 * <p>A gate without a known position is set where the line is nearest to the town named for it, or
 * as near to there as leaves about 2 km to every other gate. Its position is right to some 15 km,
 * no better.
 */
public final class Gates {
  private static final double APART_KM = 2;

  private final LandBorder border;
  private final BorderLocator locator;
  private final Places places;
  private final List<BorderPosition> taken = new ArrayList<>();

  private Gates(LandBorder border, BorderLocator locator, Places places) {
    this.border = border;
    this.locator = locator;
    this.places = places;
  }

  /** Reads the list that comes with the program and sets each gate on the border. */
  public static List<Gate> load(LandBorder border, BorderLocator locator, Places places) {
    return new Gates(border, locator, places).read();
  }

  private List<Gate> read() {
    List<NamedCsvRecord> rows = new LayerFile("gates/gates.csv").rows();
    for (NamedCsvRecord row : rows) {
      if (isKnown(row)) {
        LonLat known = known(row);
        taken.add(locator.locate(known.lon(), known.lat()));
      }
    }
    return rows.stream().map(this::gate).toList();
  }

  private Gate gate(NamedCsvRecord row) {
    return new Gate(
        row.getField("code"),
        row.getField("name"),
        row.getField("name_en"),
        row.getField("class"),
        row.getField("district"),
        orNull(row.getField("opposite")),
        isKnown(row) ? known(row) : nearTown(row.getField("town")),
        !isKnown(row),
        orNull(row.getField("note")));
  }

  private static boolean isKnown(NamedCsvRecord row) {
    return !row.getField("lon").isEmpty();
  }

  private static LonLat known(NamedCsvRecord row) {
    return new LonLat(
        Double.parseDouble(row.getField("lon")), Double.parseDouble(row.getField("lat")));
  }

  private LonLat nearTown(String town) {
    Place place = places.inVietNam(town).orElseThrow();
    BorderPosition nearest = locator.locate(place.lon(), place.lat());
    double km = freeKm(nearest);
    taken.add(new BorderPosition(nearest.with(), km, 0));
    return border.line(nearest.with()).pointAt(km);
  }

  /** The first free chainage at 0, then 2 km east, 2 km west, 4 km east, ... of a place. */
  private double freeKm(BorderPosition nearest) {
    double aside = 0;
    while (isTaken(nearest.with(), nearest.km() + aside)) {
      aside = aside > 0 ? -aside : APART_KM - aside;
    }
    return nearest.km() + aside;
  }

  private boolean isTaken(Neighbour with, double km) {
    return taken.stream()
        .anyMatch(gate -> gate.with() == with && Math.abs(gate.km() - km) < 0.8 * APART_KM);
  }

  private static @Nullable String orNull(String field) {
    return field.isEmpty() ? null : field;
  }
}
