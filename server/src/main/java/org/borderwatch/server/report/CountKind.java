package org.borderwatch.server.report;

import org.borderwatch.data.Word;

/** What is counted, which decides how two counts may be compared. */
public enum CountKind implements Word {
  /** Things that happen one by one: cases, detections. Counts are Poisson. */
  EVENTS,
  /** Persons come in groups, so their number varies more than a Poisson count. */
  PERSONS,
  /** Work that was planned and done: sessions, leaflets, hours. Nothing random to be tested. */
  WORK
}
