package org.borderwatch.server.hotspot.density;

import org.borderwatch.data.Word;

/** How a point's weight is spread over the ground, h being the bandwidth and d the distance. */
public enum Kernel implements Word {
  /** exp(-d^2 / 2 h^2) / (2 pi h^2): h is the standard deviation. */
  GAUSSIAN,

  /** 3 / (pi h^2) (1 - d^2 / h^2)^2 for d < h, the biweight: h is the reach. */
  QUARTIC
}
