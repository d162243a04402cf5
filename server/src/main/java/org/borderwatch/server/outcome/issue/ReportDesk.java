package org.borderwatch.server.outcome.issue;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.borderwatch.data.place.Units;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.compute.Progress;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.http.ApiException.Loading;
import org.borderwatch.server.http.ApiException.TooManyAttempts;
import org.borderwatch.server.outcome.lines.PeriodReport;
import org.borderwatch.server.outcome.lines.ReportMaking;
import org.borderwatch.server.outcome.lines.ReportSources;
import org.borderwatch.server.outcome.paper.ReportForms;
import org.borderwatch.server.report.ReportPeriod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where reports are made for those who wait, two at a time. Thread-safe. */
final class ReportDesk {
  private static final int AT_ONCE = 2;
  private static final long PATIENCE_SECONDS = 20;
  private static final long RETRY_SECONDS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(ReportDesk.class);
  private static final int MOST_ATTEMPTS = 60;

  private final ReportSources sources;
  private final Clock clock;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  ReportDesk(ReportSources sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  /** What is done with a report while its place at the desk is held. */
  @FunctionalInterface
  interface Work<T> {
    T with(ReportForms forms) throws IOException;
  }

  /**
   * Makes the report of a unit as of now.
   *
   * @throws TooManyAttempts where others are served for so long that nobody should wait
   */
  <T> T make(String unit, ReportPeriod period, LocalDate due, Work<T> work) throws IOException {
    return atTheDesk(
        () -> {
          Crew crew = Crew.of(Runtime.getRuntime().availableProcessors(), Progress.UNWATCHED);
          PeriodReport report = ReportMaking.of(sources, period, unit, due, crew);
          return work.with(new ReportForms(report, sources.study().layers(), clock.instant()));
        });
  }

  /** Makes the national report of the last half-year that has data, for nobody. */
  void makeFirst() {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      try {
        DetectionView view = sources.study().detections().get();
        Optional<Instant> last = view.extent(view.decide(DetectionFilter.ALL)).last();
        if (last.isPresent()) {
          ReportPeriod half = halfYear(YearMonth.from(last.get().atZone(clock.getZone())));
          make(Units.COMMAND, half, half.until(), ReportForms::pageVi);
        }
        return;
      } catch (Loading stillReading) {
        // The supplier has waited some seconds already.
        LOG.debug("Data are still being read");
      } catch (IOException | RuntimeException failed) {
        LOG.debug("No first report", failed);
        return;
      }
    }
  }

  private static ReportPeriod halfYear(YearMonth month) {
    YearMonth first = YearMonth.of(month.getYear(), month.getMonthValue() <= 6 ? 1 : 7);
    return new ReportPeriod(first, first.plusMonths(5));
  }

  /** Prints a sheet. */
  byte[] print(String page) throws IOException {
    return atTheDesk(() -> ReportForms.print(page));
  }

  private interface Turn<T> {
    T take() throws IOException;
  }

  private <T> T atTheDesk(Turn<T> turn) throws IOException {
    boolean mine;
    try {
      mine = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      mine = false;
    }
    if (!mine) {
      throw new TooManyAttempts(
          "Đang lập nhiều báo cáo; hãy thử lại sau vài giây. / Other reports are being made; try again in a few seconds.",
          RETRY_SECONDS);
    }
    try {
      return turn.take();
    } finally {
      places.release();
    }
  }
}
