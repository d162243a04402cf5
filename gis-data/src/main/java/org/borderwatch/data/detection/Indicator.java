package org.borderwatch.data.detection;

import org.borderwatch.data.Word;

/** A sign of trafficking that was seen in a group: coded, never prose. */
public enum Indicator implements Word {
  NO_DOCUMENTS,
  FALSE_DOCUMENTS,
  UNKNOWN_DESTINATION,
  UNRELATED_ADULT,
  DEBT,
  JOB_OFFER,
  MARRIAGE_OFFER,
  MOVEMENT_CONTROLLED,
  INJURY,
  CHILD_ALONE
}
