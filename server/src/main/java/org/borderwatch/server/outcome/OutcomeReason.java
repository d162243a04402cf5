package org.borderwatch.server.outcome;

import java.util.Optional;
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
  WITHDRAWN;

  /** The reason of that code, where it is one for replacing a count; empty for any other word. */
  public static Optional<OutcomeReason> ofChange(String code) {
    return Word.byCode(OutcomeReason.class, code)
        .filter(reason -> reason != ENTERED && reason != WITHDRAWN);
  }
}
