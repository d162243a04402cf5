package org.borderwatch.server.outcome;

import org.borderwatch.data.Word;

/** Why a version of a count was stored: a code, never prose. */
public enum OutcomeReason implements Word {
  /** The first time. */
  ENTERED,
  /** More was reported after the count. */
  LATE,
  /** It was counted or written wrongly. */
  CORRECTED,
  /** Something counts as something else by now. */
  RECLASSIFIED,
  /** It is no longer provisional. */
  CONFIRMED,
  /** It should not be there. */
  WITHDRAWN
}
