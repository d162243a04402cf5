package org.borderwatch.data.effort;

import org.borderwatch.data.Word;

/** Why a piece between two fixes is not counted as effort; the rest of its track is. */
public enum DropReason implements Word {
  /** The same place at the same time once more. */
  REPEATED,
  /** Faster than anybody patrols: a bad fix, or a transfer by air. */
  TOO_FAST,
  /** Too long without a fix: nobody knows where they were. */
  GAP
}
