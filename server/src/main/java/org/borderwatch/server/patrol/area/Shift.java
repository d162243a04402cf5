package org.borderwatch.server.patrol.area;

import java.time.LocalTime;

/**
 * A part of the day in which teams are on duty, in the time of Asia/Ho_Chi_Minh. It may end on the
 * next day.
 *
 * @param number from 1, in the order of their begin
 * @param from when it begins
 * @param hours how long it lasts, above 0 and at most 24
 */
public record Shift(int number, LocalTime from, double hours) {
  public Shift {
    if (number < 1 || !(hours > 0 && hours <= 24)) {
      throw new IllegalArgumentException("shift " + number + " of " + hours + " h");
    }
  }

  /** When it ends; the same time of day as {@link #from} where it lasts a whole day. */
  public LocalTime until() {
    return from.plusMinutes(Math.round(hours * 60));
  }
}
