package org.borderwatch.server.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One line on a terminal that says how far something is; silent where there is no terminal. */
final class ProgressBar implements AutoCloseable {
  private static final int CELLS = 30;
  private static final long FIRST_MILLIS = 300;
  private static final long EVERY_MILLIS = 200;
  private static final double MEANINGFUL = 0.02;

  private final String name;
  private final PrintWriter terminal;
  private final Meter meter;
  private final long began = System.nanoTime();
  private final ScheduledExecutorService clock;
  private boolean closed;

  /** How far it is. Thread-safe. */
  interface Meter {
    /** From 0 to 1. */
    double fraction();

    /** What to say after the percent, {@code seconds} after the beginning; may be empty. */
    String detail(double seconds);
  }

  private ProgressBar(String name, Meter meter, PrintWriter terminal) {
    this.name = name;
    this.meter = meter;
    this.terminal = terminal;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "progress");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Shown until it is closed; what is done in a moment never shows. */
  static ProgressBar show(String name, Meter meter, PrintWriter terminal) {
    ProgressBar bar = new ProgressBar(name, meter, terminal);
    if (System.console() != null) {
      bar.clock.scheduleAtFixedRate(bar::draw, FIRST_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
    return bar;
  }

  private synchronized void draw() {
    if (!closed) {
      double seconds = (System.nanoTime() - began) / 1e9;
      terminal.print("\r\u001b[K" + line(name, meter.fraction(), meter.detail(seconds), seconds));
      terminal.flush();
    }
  }

  /** The line after {@code seconds}: bar, percent, detail, seconds to come. */
  static String line(String name, double fraction, String detail, double seconds) {
    int full = (int) (fraction * CELLS);
    String left =
        fraction < MEANINGFUL
            ? ""
            : String.format(", %.0f s left", seconds * (1 - fraction) / fraction);
    return String.format(
        "%s [%s%s] %3.0f %%%s%s",
        name,
        "#".repeat(full),
        ".".repeat(CELLS - full),
        100 * fraction,
        detail.isEmpty() ? "" : ", " + detail,
        left);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      clock.shutdownNow();
      if (System.console() != null) {
        terminal.print("\r\u001b[K");
        terminal.flush();
      }
    }
  }
}
