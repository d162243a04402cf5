package org.borderwatch.server.hotspot;

import org.borderwatch.data.Word;

/** What counts are divided by. */
enum ExposureKind implements Word {
  NONE,
  EFFORT
}
