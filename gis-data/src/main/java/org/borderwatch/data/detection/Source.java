package org.borderwatch.data.detection;

import org.borderwatch.data.Word;

/** How the event became known. */
public enum Source implements Word {
  PATROL,
  SENSOR,
  REPORT,
  HANDOVER
}
