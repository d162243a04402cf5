package org.borderwatch.server.geo;

import java.util.List;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.place.Gate;
import org.borderwatch.data.place.Gates;
import org.borderwatch.data.place.Place;
import org.borderwatch.data.place.Places;
import org.borderwatch.data.place.Province;
import org.borderwatch.data.place.Provinces;
import org.borderwatch.data.place.Unit;
import org.borderwatch.data.place.Units;

/**
 * The layers that come with the program, read once at start and passed on.
 *
 * @param locator finds where a point lies along {@code border}
 * @param units each after the one above it; stations are not among them
 */
public record ReferenceLayers(
    LandBorder border,
    BorderLocator locator,
    List<Place> places,
    List<Gate> gates,
    List<Province> provinces,
    List<Unit> units) {

  public ReferenceLayers {
    places = List.copyOf(places);
    gates = List.copyOf(gates);
    provinces = List.copyOf(provinces);
    units = List.copyOf(units);
  }

  /** Reads them from the class path, in about a second. */
  public static ReferenceLayers load() {
    LandBorder border = LandBorder.load();
    BorderLocator locator = new BorderLocator(border);
    Places places = Places.load();
    return new ReferenceLayers(
        border,
        locator,
        places.all(),
        Gates.load(border, locator, places),
        Provinces.load().all(),
        Units.load());
  }
}
