package org.borderwatch.server.detection.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;

/** Rows as plain records, made by chance: crowded places, equal times, crowds, every word. */
public final class RandomRows {
  private final Random random;
  private int nextRowNo = 1;

  public RandomRows(long seed) {
    this.random = new Random(seed);
  }

  /** A row as the plain reference sees it. */
  public record Row(
      int rowNo,
      int x,
      int y,
      int seconds,
      int words,
      long borderMm,
      char station,
      int persons,
      int women,
      int children) {

    public void addTo(RowBuffer buffer) {
      buffer.add(rowNo, x, y, seconds, words, (int) borderMm, station, persons, women, children);
    }

    public Removal removal() {
      return new Removal(rowNo, x, y);
    }

    /** Says, condition by condition, whether {@code filter} means this row. */
    public boolean isMeantBy(RowFilter filter) {
      Box box = filter.box();
      return x >= box.minX()
          && x <= box.maxX()
          && y >= box.minY()
          && y <= box.maxY()
          && seconds >= filter.fromSecond()
          && seconds < filter.untilSecond()
          && (words & filter.forbidden()) == 0
          && (filter.anyOf() == 0 || (words & filter.anyOf()) != 0)
          && persons >= filter.minPersons()
          && persons <= filter.maxPersons()
          && borderMm >= filter.minBorderMm()
          && borderMm <= filter.maxBorderMm()
          && filter.stations().map(stations -> stations[station]).orElse(true);
    }
  }

  public List<Row> rows(int count) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row());
    }
    return rows;
  }

  public Row row() {
    double lon = 106.7;
    double lat = 21.97;
    if (random.nextInt(4) > 0) {
      double spread = random.nextBoolean() ? 0.01 : 1;
      lon += spread * random.nextGaussian();
      lat += spread * random.nextGaussian();
    }
    int persons = random.nextInt(50) == 0 ? 250 + random.nextInt(5000) : 1 + random.nextInt(9);
    int women = random.nextInt(persons + 1);
    return new Row(
        nextRowNo++,
        FixedMercator.x(lon),
        FixedMercator.y(lat),
        second(),
        words(),
        random.nextInt(10) == 0 ? 4_000_000_000L : random.nextInt(2_000_000_000),
        (char) random.nextInt(6),
        persons,
        women,
        random.nextInt(persons - women + 1));
  }

  public int second() {
    return random.nextInt(3) == 0 ? 700_000_000 : 700_000_000 + random.nextInt(100_000_000);
  }

  private int words() {
    int words =
        RowWords.bit(pick(Direction.values()))
            | RowWords.bit(pick(Setting.values()))
            | RowWords.bit(pick(Source.values()))
            | RowWords.bit(pick(Outcome.values()))
            | RowWords.bit(pick(Neighbour.values()))
            | RowWords.kind(random.nextInt(5) > 0);
    return random.nextInt(3) == 0 ? words | RowWords.bit(pick(Indicator.values())) : words;
  }

  private <E> E pick(E[] values) {
    return values[random.nextInt(values.length)];
  }

  /** A filter with each condition present or not. */
  public RowFilter filter() {
    boolean[] stations = new boolean[3 + random.nextInt(4)];
    stations[random.nextInt(stations.length)] = true;
    boolean[] all = java.util.Arrays.copyOf(stations, 1 << 16);
    int from = second();
    return new RowFilter(
        maybe() ? box() : Box.WORLD,
        maybe() ? from : Long.MIN_VALUE,
        maybe() ? from + random.nextInt(60_000_000) : Long.MAX_VALUE,
        (maybe() ? RowWords.directions() & ~RowWords.bit(pick(Direction.values())) : 0)
            | (maybe() ? RowWords.settings() & ~RowWords.bit(pick(Setting.values())) : 0)
            | (maybe() ? RowWords.kind(random.nextBoolean()) : 0),
        maybe() ? RowWords.bit(pick(Indicator.values())) : 0,
        maybe() ? 1 + random.nextInt(5) : 1,
        maybe() ? 3 + random.nextInt(300) : Integer.MAX_VALUE,
        maybe() ? random.nextInt(1_000_000_000) : 0,
        maybe() ? 500_000_000L + random.nextInt(2_000_000_000) : Long.MAX_VALUE,
        maybe() ? java.util.Optional.of(all) : java.util.Optional.empty());
  }

  private boolean maybe() {
    return random.nextInt(4) == 0;
  }

  private Box box() {
    double lon = 106.7 + 0.3 * random.nextGaussian();
    double lat = 21.97 + 0.3 * random.nextGaussian();
    return Box.ofDegrees(lon, lat, lon + random.nextDouble(), lat + random.nextDouble());
  }
}
