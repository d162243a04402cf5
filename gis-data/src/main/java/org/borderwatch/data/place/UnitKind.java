package org.borderwatch.data.place;

import org.borderwatch.data.Word;

/** What kind of unit acts and reports. */
public enum UnitKind implements Word {
  STATION,
  PROVINCE,
  COMMAND,
  AGENCY
}
