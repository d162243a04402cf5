package org.borderwatch.server.effort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderLocator.Chainage;
import org.borderwatch.data.border.LonLat;
import org.jspecify.annotations.Nullable;

/** Tracks and watches while they are collected into flat arrays. Not for several threads. */
public final class EffortRows {
  private static final double DEGREE = 1e7;

  private final Map<String, Integer> stations = new LinkedHashMap<>();
  private final List<Watch> watches = new ArrayList<>();
  private int tracks;
  private int vertices;
  private int[] station = new int[64];
  private boolean[] synthetic = new boolean[64];
  private int[] firstVertex = new int[65];
  private int[] lonE7 = new int[1024];
  private int[] latE7 = new int[1024];
  private long[] second = new long[1024];
  private boolean[] begins = new boolean[1024];
  private double[] metres = new double[1024];

  private record Watch(
      Place place, int station, boolean synthetic, long fromSecond, long untilSecond) {}

  private record Place(double lon, double lat, double radiusMetres) {}

  /** Begins a track; its legs follow. */
  public EffortRows track(@Nullable String stationCode, boolean isSynthetic) {
    if (tracks == station.length) {
      station = Arrays.copyOf(station, 2 * tracks);
      synthetic = Arrays.copyOf(synthetic, 2 * tracks);
      firstVertex = Arrays.copyOf(firstVertex, 2 * tracks + 1);
    }
    station[tracks] = number(stationCode);
    synthetic[tracks] = isSynthetic;
    tracks++;
    firstVertex[tracks] = vertices;
    return this;
  }

  /**
   * An unbroken part of the track begun last, later than those before. Positions are rounded to
   * 1e-7 degrees.
   *
   * @param lon degrees, by vertex
   * @param lat degrees, by vertex
   * @param at seconds since 1970, rising
   * @throws IllegalArgumentException when there are less than two vertices or times don't rise
   */
  public EffortRows leg(double[] lon, double[] lat, long[] at) {
    if (tracks == 0 || at.length < 2 || lon.length != at.length || lat.length != at.length) {
      throw new IllegalArgumentException("a leg of a track has two vertices or more");
    }
    if (vertices > firstVertex[tracks - 1] && at[0] < second[vertices - 1]) {
      throw new IllegalArgumentException("legs follow one another");
    }
    room(at.length);
    for (int i = 0; i < at.length; i++) {
      if (i > 0 && at[i] <= at[i - 1]) {
        throw new IllegalArgumentException("times of a leg rise");
      }
      lonE7[vertices] = Math.toIntExact(Math.round(lon[i] * DEGREE));
      latE7[vertices] = Math.toIntExact(Math.round(lat[i] * DEGREE));
      second[vertices] = at[i];
      begins[vertices] = i < at.length - 1;
      if (i > 0) {
        metres[vertices - 1] = position(vertices - 1).metresTo(position(vertices));
      }
      vertices++;
    }
    firstVertex[tracks] = vertices;
    return this;
  }

  private LonLat position(int vertex) {
    return new LonLat(lonE7[vertex] / DEGREE, latE7[vertex] / DEGREE);
  }

  private void room(int more) {
    if (vertices + more > second.length) {
      int size = Math.max(2 * second.length, vertices + more);
      lonE7 = Arrays.copyOf(lonE7, size);
      latE7 = Arrays.copyOf(latE7, size);
      second = Arrays.copyOf(second, size);
      begins = Arrays.copyOf(begins, size);
      metres = Arrays.copyOf(metres, size);
    }
  }

  /**
   * A sensor that watched.
   *
   * @param fromSecond first second since 1970 that it watched
   * @param untilSecond first that it didn't any more
   */
  public EffortRows watch(
      @Nullable String stationCode,
      boolean isSynthetic,
      LonLat place,
      double radiusMetres,
      long fromSecond,
      long untilSecond) {
    if (!(radiusMetres > 0) || untilSecond <= fromSecond) {
      throw new IllegalArgumentException("a watch has a radius and a time");
    }
    watches.add(
        new Watch(
            new Place(place.lon(), place.lat(), radiusMetres),
            number(stationCode),
            isSynthetic,
            fromSecond,
            untilSecond));
    return this;
  }

  private int number(@Nullable String stationCode) {
    String code = stationCode == null ? "" : stationCode;
    Integer known = stations.get(code);
    if (known == null) {
      known = stations.size();
      stations.put(code, known);
    }
    return known;
  }

  /**
   * All that was collected, as one immutable version.
   *
   * @param locator to count by sections of the border
   */
  public EffortView view(String version, BorderLocator locator) {
    TrackColumns columns =
        new TrackColumns(
            Arrays.copyOf(station, tracks),
            Arrays.copyOf(synthetic, tracks),
            Arrays.copyOf(firstVertex, tracks + 1),
            Arrays.copyOf(lonE7, vertices),
            Arrays.copyOf(latE7, vertices),
            Arrays.copyOf(second, vertices),
            Arrays.copyOf(begins, vertices),
            Arrays.copyOf(metres, vertices));
    return new EffortView(
        version, List.copyOf(stations.keySet()), columns, watchColumns(locator), locator);
  }

  private WatchColumns watchColumns(BorderLocator locator) {
    List<Watch> sorted = new ArrayList<>(watches);
    sorted.sort(
        Comparator.comparingDouble((Watch watch) -> watch.place().lon())
            .thenComparingDouble(watch -> watch.place().lat())
            .thenComparingDouble(watch -> watch.place().radiusMetres()));
    List<Place> places = new ArrayList<>();
    List<Integer> firsts = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      if (i == 0 || !sorted.get(i).place().equals(sorted.get(i - 1).place())) {
        places.add(sorted.get(i).place());
        firsts.add(i);
      }
    }
    firsts.add(sorted.size());
    boolean[] simulated = new boolean[sorted.size()];
    for (int i = 0; i < simulated.length; i++) {
      simulated[i] = sorted.get(i).synthetic();
    }
    return new WatchColumns(
        firsts.stream().mapToInt(Integer::intValue).toArray(),
        places.stream().mapToDouble(Place::lon).toArray(),
        places.stream().mapToDouble(Place::lat).toArray(),
        places.stream().mapToDouble(Place::radiusMetres).toArray(),
        places.stream()
            .map(place -> locator.chainage(place.lon(), place.lat()))
            .toArray(Chainage[]::new),
        sorted.stream().mapToInt(Watch::station).toArray(),
        simulated,
        sorted.stream().mapToLong(Watch::fromSecond).toArray(),
        sorted.stream().mapToLong(Watch::untilSecond).toArray());
  }
}
