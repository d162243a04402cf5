package org.borderwatch.server.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.borderwatch.server.ingest.ImportProgress;

/** One line on a terminal that says how far an import is; silent where there is no terminal. */
final class ProgressBar implements AutoCloseable {
  private static final int CELLS = 30;
  private static final long EVERY_MILLIS = 200;
  private static final double MEANINGFUL = 0.02;

  private final String name;
  private final PrintWriter terminal;
  private final ImportProgress progress = new ImportProgress();
  private final long began = System.nanoTime();
  private final ScheduledExecutorService clock;
  private boolean closed;

  private ProgressBar(String name, PrintWriter terminal) {
    this.name = name;
    this.terminal = terminal;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "progress");
              thread.setDaemon(true);
              return thread;
            });
  }

  static ProgressBar show(String name, PrintWriter terminal) {
    ProgressBar bar = new ProgressBar(name, terminal);
    if (System.console() != null) {
      bar.clock.scheduleAtFixedRate(bar::draw, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
    return bar;
  }

  ImportProgress progress() {
    return progress;
  }

  private synchronized void draw() {
    if (!closed) {
      double seconds = (System.nanoTime() - began) / 1e9;
      terminal.print("\r\u001b[K" + line(name, progress.fraction(), progress.rows(), seconds));
      terminal.flush();
    }
  }

  /** The line after {@code seconds}: bar, percent, rows a second, seconds to come. */
  static String line(String name, double fraction, long rows, double seconds) {
    int full = (int) (fraction * CELLS);
    String left =
        fraction < MEANINGFUL
            ? ""
            : String.format(", %.0f s left", seconds * (1 - fraction) / fraction);
    return String.format(
        "%s [%s%s] %3.0f %%, %,d rows read, %,.0f rows/s%s",
        name,
        "#".repeat(full),
        ".".repeat(CELLS - full),
        100 * fraction,
        rows,
        rows / Math.max(seconds, 1e-3),
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
