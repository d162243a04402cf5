package org.borderwatch.server.hotspot.scan;

import org.borderwatch.data.Word;

/** What cases are held against. */
public enum ScanStatistic implements Word {
  /**
   * A population or exposure: cases fall on places and steps in proportion to it (Kulldorff 1997).
   */
  POISSON,

  /**
   * The cases themselves: places and steps are independent, so what is always frequent at a place,
   * or everywhere at a time, is expected (Kulldorff et al. 2005).
   */
  PERMUTATION
}
