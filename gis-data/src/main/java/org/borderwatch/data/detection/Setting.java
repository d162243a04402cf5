package org.borderwatch.data.detection;

import org.borderwatch.data.Word;

/** What kind of place it was. */
public enum Setting implements Word {
  TRAIL,
  GATE,
  RIVER,
  ROAD,
  SEA
}
