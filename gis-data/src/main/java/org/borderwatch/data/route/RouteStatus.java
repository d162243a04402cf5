package org.borderwatch.data.route;

import org.borderwatch.data.Word;

/** How sure it is that a route is used. */
public enum RouteStatus implements Word {
  /** Nghi vấn. */
  SUSPECTED,
  /** Đã xác minh. */
  CONFIRMED,
  /** Tạm lắng: it was used and no longer seems to be. */
  DORMANT
}
