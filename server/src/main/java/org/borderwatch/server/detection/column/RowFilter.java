package org.borderwatch.server.detection.column;

import java.util.Optional;

/**
 * What rows are asked for, in the numbers of the columns; all conditions hold together.
 *
 * @param box positions
 * @param fromSecond first second since 2000 that is asked for
 * @param untilSecond first that isn't any more
 * @param forbidden bits of {@link RowWords} of which a row has none
 * @param anyOf bits of which a row has at least one; 0 asks for nothing
 * @param minPersons least number of people
 * @param maxPersons most
 * @param minBorderMm least chainage in millimetres
 * @param maxBorderMm most
 * @param stations stations of which one answers for the row, true at their codes; empty: any or
 *     none
 */
public record RowFilter(
    Box box,
    long fromSecond,
    long untilSecond,
    int forbidden,
    int anyOf,
    int minPersons,
    int maxPersons,
    long minBorderMm,
    long maxBorderMm,
    Optional<boolean[]> stations) {

  /** Every row. */
  public static final RowFilter ALL =
      new RowFilter(
          Box.WORLD,
          Long.MIN_VALUE,
          Long.MAX_VALUE,
          0,
          0,
          1,
          Integer.MAX_VALUE,
          0,
          Long.MAX_VALUE,
          Optional.empty());

  /** The same in {@code other} too. */
  public RowFilter within(Box other) {
    return new RowFilter(
        box.and(other),
        fromSecond,
        untilSecond,
        forbidden,
        anyOf,
        minPersons,
        maxPersons,
        minBorderMm,
        maxBorderMm,
        stations);
  }
}
