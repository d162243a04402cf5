package org.borderwatch.bench.heat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.Range;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.detection.column.RowWords;

/**
 * The memory's limit: one loop over the points that a tile needs, which tests the filter and counts
 * into cells. No index, no kernel, no picture. Reads a column only when the filter asks about it
 * and the row passed so far.
 */
final class RawScan {
  private final PlainRows rows;
  private final ScanArea area;
  private final int from;
  private final int until;
  private final int forbidden;
  private final int leastPersons;
  private final int mostPersons;
  private final int station;
  private final boolean people;
  private final int[] cells;

  RawScan(PlainRows rows, ScanArea area, TileQuestion question) {
    DetectionFilter filter = question.filter().filter();
    Range persons = filter.persons().orElse(new Range(1, Integer.MAX_VALUE));
    this.rows = rows;
    this.area = area;
    this.from = PlainRows.second(question.first());
    this.until = PlainRows.second(question.last()) + 1;
    this.forbidden = forbidden(filter);
    this.leastPersons = (int) persons.min();
    this.mostPersons = (int) Math.min(Integer.MAX_VALUE, persons.max());
    this.station = filter.stations().isEmpty() ? -1 : rows.station(filter.stations().get(0));
    this.people = question.weight() == Weight.PERSONS;
    this.cells = new int[area.columns() * area.rows()];
  }

  private static int forbidden(DetectionFilter filter) {
    int bits = 0;
    for (Direction word : others(List.of(Direction.values()), filter.directions())) {
      bits |= RowWords.bit(word);
    }
    for (Setting word : others(List.of(Setting.values()), filter.settings())) {
      bits |= RowWords.bit(word);
    }
    for (Source word : others(List.of(Source.values()), filter.sources())) {
      bits |= RowWords.bit(word);
    }
    return bits;
  }

  private static <W> Collection<W> others(List<W> all, Set<W> asked) {
    return asked.isEmpty()
        ? List.of()
        : all.stream().filter(word -> !asked.contains(word)).toList();
  }

  /** Counts; the cells of the time before are forgotten. */
  int[] run() {
    java.util.Arrays.fill(cells, 0);
    int[] x = rows.x;
    int[] y = rows.y;
    int[] seconds = rows.seconds;
    int shift = area.shift();
    int west = area.west();
    int north = area.north();
    int columns = area.columns();
    boolean testsWords = forbidden != 0;
    boolean testsPersons = leastPersons > 1 || mostPersons < Integer.MAX_VALUE;
    boolean testsStation = station >= 0;
    for (int i = 0; i < rows.size; i++) {
      int second = seconds[i];
      if (second < from || second >= until) {
        continue;
      }
      if (testsWords && (rows.words[i] & forbidden) != 0) {
        continue;
      }
      if (testsPersons && (rows.persons[i] < leastPersons || rows.persons[i] > mostPersons)) {
        continue;
      }
      if (testsStation && rows.stations[i] != station) {
        continue;
      }
      cells[((y[i] >> shift) - north) * columns + (x[i] >> shift) - west] +=
          people ? rows.persons[i] : 1;
    }
    return cells;
  }
}
