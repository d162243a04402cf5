package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.data.place.Place;
import org.borderwatch.data.place.PlaceKind;
import org.borderwatch.data.place.Places;
import org.borderwatch.data.place.Units;

/** The made-up stations: one for each 20 km or so, named after the nearest town or kilometre. */
final class DemoStations {
  private static final double ABOUT_KM = 20;
  private static final double TOWN_WITHIN_METRES = 13_000;

  private final long seed;
  private final LandBorder border;
  private final BorderLocator locator;
  private final Places places;
  private final Set<Place> named = new HashSet<>();

  private DemoStations(long seed, LandBorder border, BorderLocator locator, Places places) {
    this.seed = seed;
    this.border = border;
    this.locator = locator;
    this.places = places;
  }

  static List<DemoStation> of(long seed, LandBorder border, BorderLocator locator, Places places) {
    DemoStations stations = new DemoStations(seed, border, locator, places);
    List<DemoStation> all = new ArrayList<>();
    for (Stretch stretch : stretches(Units.LANG_SON_BORDER)) {
      all.add(stations.station(all.size() + 1, stretch));
    }
    return List.copyOf(all);
  }

  /** Whole kilometres inside, so that the stretches read well; the ends are the province's. */
  private static List<Stretch> stretches(Stretch whole) {
    int count = (int) Math.rint(whole.lengthKm() / ABOUT_KM);
    List<Stretch> stretches = new ArrayList<>();
    double from = whole.fromKm();
    for (int i = 1; i <= count; i++) {
      double to =
          i == count ? whole.toKm() : Math.rint(whole.fromKm() + whole.lengthKm() * i / count);
      stretches.add(new Stretch(whole.with(), from, to));
      from = to;
    }
    return stretches;
  }

  private DemoStation station(int no, Stretch stretch) {
    LonLat position = position(no, stretch);
    String code = String.format(Locale.ROOT, "LS-%02d", no);
    Optional<Place> town = nearestTown(position);
    if (town.isPresent()) {
      named.add(town.get());
      return new DemoStation(
          code,
          "Đồn " + town.get().name(),
          town.get().nameEn() + " station",
          Units.LANG_SON,
          position,
          stretch);
    }
    long km = Math.round((stretch.fromKm() + stretch.toKm()) / 2);
    return new DemoStation(
        code, "Đồn Km " + km, "Km " + km + " station", Units.LANG_SON, position, stretch);
  }

  /** A place 1 to 4 km inside whose nearest border is the station's own stretch. */
  private LonLat position(int no, Stretch stretch) {
    BorderLine line = border.line(stretch.with());
    Draws draws = Draws.of(seed, Draws.Link.STATIONS, no);
    for (int attempt = 0; attempt < 1_000; attempt++) {
      double km = stretch.fromKm() + stretch.lengthKm() * draws.between(0.25, 0.75);
      LonLat place = LineFrame.at(border, line, km).inward(draws.between(1_000, 5_000));
      BorderPosition found = locator.locate(place.lon(), place.lat());
      if (found.offsetM() > 1_200
          && found.offsetM() < 3_800
          && stretch.contains(found.with(), found.km())) {
        return new LonLat(thousandth(place.lon()), thousandth(place.lat()));
      }
    }
    throw new IllegalStateException("no room for a station on km " + stretch.fromKm());
  }

  /** Coarse on purpose: nobody should read an exact post out of a made-up one. */
  private static double thousandth(double degrees) {
    return Math.rint(degrees * 1_000) / 1_000;
  }

  private Optional<Place> nearestTown(LonLat position) {
    return places.all().stream()
        .filter(place -> place.country().equals("VN") && place.kind() != PlaceKind.QUARTER)
        .filter(place -> !named.contains(place))
        .filter(place -> metres(position, place) < TOWN_WITHIN_METRES)
        .min(Comparator.comparingDouble(place -> metres(position, place)));
  }

  private static double metres(LonLat position, Place place) {
    double dx = (position.lon() - place.lon()) * LineFrame.lonMetres(position.lat());
    double dy = (position.lat() - place.lat()) * LineFrame.METRES_PER_DEGREE_LAT;
    return Math.sqrt(dx * dx + dy * dy);
  }
}
