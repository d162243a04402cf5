package org.borderwatch.server.outcome.issue;

import java.time.Clock;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.outcome.lines.ReportSources;

/** Everything under {@code /api/reports}. */
public final class ReportApi {
  private final ReportDesk desk;
  private final ReportEndpoints now;
  private final IssueEndpoints issues;

  public ReportApi(Database database, ReportSources sources, Clock clock) {
    this.desk = new ReportDesk(sources, clock);
    this.now = new ReportEndpoints(desk);
    this.issues = new IssueEndpoints(desk, new IssueRepository(database));
  }

  public void register(RouteTable routes) {
    now.register(routes);
    issues.register(routes);
  }

  /**
   * Makes a first report in a thread of its own, as soon as the data are in memory, so that nobody
   * waits until its code is compiled. Ends by itself, whatever comes of it.
   */
  public void warmUp() {
    Thread thread = new Thread(desk::makeFirst, "report-warm-up");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }
}
