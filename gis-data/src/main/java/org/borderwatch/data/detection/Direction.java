package org.borderwatch.data.detection;

import org.borderwatch.data.Word;

/** Which way people crossed, or tried to, relative to Viet Nam. */
public enum Direction implements Word {
  EXIT,
  ENTRY,
  UNKNOWN
}
