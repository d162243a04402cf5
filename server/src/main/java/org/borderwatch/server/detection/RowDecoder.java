package org.borderwatch.server.detection;

import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.database.CopyRow;
import org.borderwatch.server.detection.column.FixedMercator;
import org.borderwatch.server.detection.column.RowBuffer;
import org.borderwatch.server.detection.column.RowWords;
import org.borderwatch.server.detection.column.StationCodes;

/**
 * Decodes the columns of {@code index_rows.sql} from the bytes of a COPY straight into a {@link
 * RowBuffer}: no text is made but of a station that is seen for the first time. Not for several
 * threads.
 */
final class RowDecoder {
  /** Columns of a detection. */
  static final int FIELDS = 16;

  private static final WordBits DIRECTIONS = WordBits.of(Direction.values(), RowWords::bit);
  private static final WordBits SETTINGS = WordBits.of(Setting.values(), RowWords::bit);
  private static final WordBits SOURCES = WordBits.of(Source.values(), RowWords::bit);
  private static final WordBits OUTCOMES = WordBits.of(Outcome.values(), RowWords::bit);
  private static final WordBits NEIGHBOURS = WordBits.of(Neighbour.values(), RowWords::bit);
  private static final WordBits INDICATORS = WordBits.of(Indicator.values(), RowWords::bit);

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final double MILLIMETRES_PER_KM = 1e6;

  /** An array begins with its number of dimensions, flags, and the type of its elements. */
  private static final int ARRAY_HEAD = 12;

  /** Then come length and first number of each dimension. */
  private static final int ARRAY_DIMENSION = 8;

  private final StationBytes stations;

  RowDecoder(StationCodes stations) {
    this.stations = new StationBytes(stations);
  }

  /**
   * Adds the detection whose columns come next in {@code row}; nothing when its number is null.
   *
   * @throws IllegalStateException when a column holds a word that this software doesn't know
   */
  void decode(CopyRow row, RowBuffer into) {
    if (!row.next()) {
      return;
    }
    int rowNo = (int) row.int8();
    row.next();
    int seconds = (int) Math.floorDiv(row.int8(), MICROS_PER_SECOND);
    int x = FixedMercator.x(nextFloat8(row));
    int y = FixedMercator.y(nextFloat8(row));
    int words = nextWord(row, DIRECTIONS, "direction");
    words |= nextWord(row, SETTINGS, "setting");
    words |= nextWord(row, SOURCES, "source");
    words |= nextWord(row, OUTCOMES, "outcome");
    words |= nextWord(row, NEIGHBOURS, "border_with");
    int borderMm = (int) Math.round(nextFloat8(row) * MILLIMETRES_PER_KM);
    row.next();
    words |= RowWords.kind(row.isTrue());
    int persons = nextCount(row);
    int women = nextCount(row);
    int children = nextCount(row);
    words |= row.next() ? indicators(row) : 0;
    char station =
        row.next() ? stations.find(row.bytes(), row.from(), row.until()) : StationCodes.NONE;
    into.add(rowNo, x, y, seconds, words, borderMm, station, persons, women, children);
  }

  private static double nextFloat8(CopyRow row) {
    row.next();
    return row.float8();
  }

  private static int nextCount(CopyRow row) {
    return row.next() ? row.int4() : 0;
  }

  private static int nextWord(CopyRow row, WordBits words, String column) {
    row.next();
    int bit = words.find(row.bytes(), row.from(), row.until());
    if (bit == 0) {
      throw new IllegalStateException(column + " holds a word that is not known here");
    }
    return bit;
  }

  /** A text[] of whatever dimensions; words that are not known here can't be asked for either. */
  private static int indicators(CopyRow row) {
    int bits = 0;
    int at = row.from() + ARRAY_HEAD + ARRAY_DIMENSION * row.int4();
    while (at < row.until()) {
      int from = at + 4;
      at = from + Math.max(0, row.int4At(at));
      bits |= INDICATORS.find(row.bytes(), from, at);
    }
    return bits;
  }
}
