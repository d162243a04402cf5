package org.borderwatch.server.export;

import java.time.Duration;
import org.borderwatch.server.http.ApiException;

/** The time that making a file may take, and whether whoever waits for it still does. */
final class Deadline {
  private final Duration most;
  private final long endNanos;

  private Deadline(Duration most) {
    this.most = most;
    this.endNanos = System.nanoTime() + most.toNanos();
  }

  /** Ends after {@code most}. */
  static Deadline in(Duration most) {
    return new Deadline(most);
  }

  /** Throws when the time is over. */
  void check() {
    if (System.nanoTime() - endNanos > 0) {
      throw new ApiException.TooLarge(
          "The file takes longer than %d minutes; choose a shorter period or a smaller box, or use scripts/borderwatch export"
              .formatted(most.toMinutes()));
    }
  }
}
