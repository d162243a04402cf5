package org.borderwatch.data.detection;

import org.borderwatch.data.Word;

/** What happened. */
public enum Outcome implements Word {
  OBSERVED,
  TURNED_BACK,
  INTERCEPTED,
  HANDED_OVER
}
