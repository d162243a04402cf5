package org.borderwatch.server.cli;

import java.io.PrintWriter;

/** A {@link ProgressBar} of something that tells its share itself. */
final class ShareBar implements AutoCloseable {
  private final ProgressBar bar;
  private volatile double share;

  ShareBar(String name, PrintWriter terminal) {
    bar =
        ProgressBar.show(
            name,
            new ProgressBar.Meter() {
              @Override
              public double fraction() {
                return share;
              }

              @Override
              public String detail(double seconds) {
                return "";
              }
            },
            terminal);
  }

  /** So much is done, from 0 to 1. */
  void share(double done) {
    share = done;
  }

  @Override
  public void close() {
    bar.close();
  }
}
