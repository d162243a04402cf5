package org.borderwatch.server.report;

import java.util.OptionalDouble;

/**
 * A count of a period.
 *
 * @param value at least 0
 * @param atLeast whether it is known only that there were so many ("over 18,500")
 * @param squares sum of squared sizes of the groups that persons came in; empty where groups aren't
 *     known
 */
public record Tally(long value, boolean atLeast, OptionalDouble squares) {
  public Tally {
    if (value < 0) {
      throw new IllegalArgumentException("a count is negative: " + value);
    }
    if (squares.isPresent() && squares.getAsDouble() < value) {
      throw new IllegalArgumentException(
          "squared sizes " + squares.getAsDouble() + " of " + value + " persons");
    }
  }

  public static Tally of(long value) {
    return new Tally(value, false, OptionalDouble.empty());
  }

  /** Persons in groups of known size. */
  public static Tally ofGroups(long persons, double squares) {
    return new Tally(persons, false, OptionalDouble.of(squares));
  }

  /** Known only from below. */
  public static Tally atLeast(long value) {
    return new Tally(value, true, OptionalDouble.empty());
  }

  /** Two that have nothing in common; sizes of groups are known where both know them. */
  public Tally plus(Tally other) {
    OptionalDouble both =
        squares.isPresent() && other.squares.isPresent()
            ? OptionalDouble.of(squares.getAsDouble() + other.squares.getAsDouble())
            : OptionalDouble.empty();
    return new Tally(Math.addExact(value, other.value), atLeast || other.atLeast, both);
  }
}
