package org.borderwatch.data.place;

import org.borderwatch.data.Word;

/** How much a place stands out, the most important first. */
public enum PlaceKind implements Word {
  CAPITAL,
  PROVINCE_TOWN,
  TOWN,
  /** A ward, hamlet or estate: part of a larger place. */
  QUARTER
}
