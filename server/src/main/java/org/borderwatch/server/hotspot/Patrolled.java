package org.borderwatch.server.hotspot;

import org.borderwatch.data.Word;

/** Whether anybody was looking. */
enum Patrolled implements Word {
  YES,
  HARDLY,
  NO;

  /** By hours of exposure; below {@code leastHours} it is hardly. */
  static Patrolled of(double hours, double leastHours) {
    return hours <= 0 ? NO : hours < leastHours ? HARDLY : YES;
  }
}
