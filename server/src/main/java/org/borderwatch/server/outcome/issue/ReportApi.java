package org.borderwatch.server.outcome.issue;

import java.time.Clock;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.outcome.lines.ReportSources;

/** Everything under {@code /api/reports}. */
public final class ReportApi {
  private final ReportEndpoints now;
  private final IssueEndpoints issues;

  public ReportApi(Database database, ReportSources sources, Clock clock) {
    ReportDesk desk = new ReportDesk(sources, clock);
    this.now = new ReportEndpoints(desk);
    this.issues = new IssueEndpoints(desk, new IssueRepository(database));
  }

  public void register(RouteTable routes) {
    now.register(routes);
    issues.register(routes);
  }
}
