package org.borderwatch.server.detection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.column.Box;
import org.borderwatch.server.detection.column.RowFilter;
import org.borderwatch.server.detection.column.RowWords;
import org.borderwatch.server.detection.column.StationCodes;

/**
 * A {@link DetectionFilter} in the numbers of the columns. It says exactly what {@link
 * SqlCondition} says: bounds in degrees and kilometres become those of the stored numbers within
 * them.
 */
final class RowFilters {
  static final long SECONDS_1970_TO_2000 = 946_684_800L;
  private static final double MM_PER_KM = 1e6;

  private RowFilters() {}

  static RowFilter of(DetectionFilter filter, StationCodes codes) {
    return new RowFilter(
        filter.bbox().map(RowFilters::box).orElse(Box.WORLD),
        filter.period().from().map(RowFilters::second).orElse(Long.MIN_VALUE),
        filter.period().until().map(RowFilters::second).orElse(Long.MAX_VALUE),
        forbidden(filter),
        RowWords.bits(filter.indicators()),
        filter.persons().map(range -> (int) Math.ceil(clamp(range.min()))).orElse(1),
        filter
            .persons()
            .map(range -> (int) Math.floor(clamp(range.max())))
            .orElse(Integer.MAX_VALUE),
        filter.borderKm().map(range -> firstMm(range.min())).orElse(0L),
        filter.borderKm().map(range -> lastMm(range.max())).orElse(Long.MAX_VALUE),
        stations(filter, codes));
  }

  static Box box(LonLatBox box) {
    return Box.ofDegrees(box.minLon(), box.minLat(), box.maxLon(), box.maxLat());
  }

  /** The first whole second since 2000 that isn't before {@code instant}. */
  static long second(Instant instant) {
    long floor = instant.getEpochSecond() - SECONDS_1970_TO_2000;
    return instant.getNano() > 0 ? floor + 1 : floor;
  }

  private static int forbidden(DetectionFilter filter) {
    return others(List.of(Direction.values()), filter.directions(), RowWords::bit)
        | others(List.of(Setting.values()), filter.settings(), RowWords::bit)
        | others(List.of(Source.values()), filter.sources(), RowWords::bit)
        | others(List.of(Outcome.values()), filter.outcomes(), RowWords::bit)
        | others(List.of(Neighbour.values()), filter.borderWith(), RowWords::bit)
        | filter.synthetic().map(kind -> RowWords.kind(!kind)).orElse(0);
  }

  /** Bits of the words that weren't asked for; none when nothing in particular was. */
  private static <E> int others(List<E> all, Collection<E> asked, ToIntFunction<E> bit) {
    int others = 0;
    for (E word : all) {
      if (!asked.isEmpty() && !asked.contains(word)) {
        others |= bit.applyAsInt(word);
      }
    }
    return others;
  }

  private static double clamp(double persons) {
    return Math.max(0, Math.min(Integer.MAX_VALUE, persons));
  }

  /** The first millimetre whose kilometres, as a double, are at least {@code km}. */
  private static long firstMm(double km) {
    long near = (long) Math.rint(Math.max(0, km) * MM_PER_KM);
    return near / MM_PER_KM >= km ? near : near + 1;
  }

  private static long lastMm(double km) {
    if (km < 0) {
      return -1;
    }
    long near = (long) Math.rint(Math.min(km, 1e9) * MM_PER_KM);
    return near / MM_PER_KM <= km ? near : near - 1;
  }

  private static Optional<boolean[]> stations(DetectionFilter filter, StationCodes codes) {
    if (filter.stations().isEmpty() && filter.within().isEmpty()) {
      return Optional.empty();
    }
    boolean[] meant = new boolean[Character.MAX_VALUE + 1];
    Collection<String> named =
        filter.stations().isEmpty() ? filter.within().orElseThrow() : filter.stations();
    for (String station : named) {
      boolean visible = filter.within().map(units -> units.contains(station)).orElse(true);
      codes.known(station).filter(code -> visible).ifPresent(code -> meant[code] = true);
    }
    return Optional.of(meant);
  }
}
