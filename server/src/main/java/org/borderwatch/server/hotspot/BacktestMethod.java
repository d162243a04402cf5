package org.borderwatch.server.hotspot;

import org.borderwatch.data.Word;

/** What scores the sections of the border. */
enum BacktestMethod implements Word {
  /** Gaussian density along the line. */
  DENSITY,
  /** Gi* of counts. */
  HOTSPOTS,
  /** Gi* of smoothed rates per patrol hour; sections that nobody watched come last. */
  EFFORT,
  /** The naive one: how many there were. */
  COUNT
}
