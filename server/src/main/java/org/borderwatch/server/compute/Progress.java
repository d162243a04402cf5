package org.borderwatch.server.compute;

import java.util.concurrent.CancellationException;

/** Who watches a computation, and may end it. Implementations are thread-safe. */
public interface Progress {
  /** Nobody watches; it is never cancelled. */
  Progress UNWATCHED =
      new Progress() {
        @Override
        public void report(double fraction, String message) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * So far.
   *
   * @param fraction of the whole computation, from 0 to 1
   * @param message what is being done, in Vietnamese and English with {@code " / "} between
   */
  void report(double fraction, String message);

  /** Whether somebody asked it to stop. */
  boolean cancelled();

  /** Throws once somebody asked it to stop. */
  default void check() {
    if (cancelled()) {
      throw new CancellationException("cancelled");
    }
  }

  /** The part of this progress from {@code from} to {@code until}, as a whole of its own. */
  default Progress part(double from, double until) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        whole.report(from + (until - from) * fraction, message);
      }

      @Override
      public boolean cancelled() {
        return whole.cancelled();
      }
    };
  }
}
