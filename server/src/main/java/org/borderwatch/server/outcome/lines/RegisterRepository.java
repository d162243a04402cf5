package org.borderwatch.server.outcome.lines;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.ApiException.DatabaseAway;
import org.borderwatch.server.report.ReportPeriod;
import org.borderwatch.server.route.RouteFilter;
import org.borderwatch.server.route.RouteRepository;
import org.borderwatch.server.route.StoredRoute;

/** Routes of the register for reports, as they are stored now. Thread-safe. */
public final class RegisterRepository implements ReportSources.Register {
  private static final int MOST = 500;

  private final Database database;
  private final BorderLocator border;

  public RegisterRepository(Database database, BorderLocator border) {
    this.database = database;
    this.border = border;
  }

  @Override
  public List<ReportPlaces.KeyRoute> routes(ReportPeriod period, boolean synthetic) {
    RouteFilter filter = RouteFilter.ALL.withSynthetic(synthetic);
    try (Connection connection = database.connection()) {
      return new RouteRepository(connection, border)
          .list(filter, MOST).stream().map(one -> route(one, period)).toList();
    } catch (SQLException away) {
      throw new DatabaseAway();
    }
  }

  private static ReportPlaces.KeyRoute route(StoredRoute stored, ReportPeriod period) {
    var recorded = stored.recordedAt().atZone(Reporting.ZONE).toLocalDate();
    return new ReportPlaces.KeyRoute(
        stored.route().code(),
        stored.route().name(),
        stored.route().status(),
        stored.route().lines().stream().map(RegisterRepository::lonLats).toList(),
        !recorded.isBefore(period.from()) && recorded.isBefore(period.until()));
  }

  private static double[] lonLats(List<LonLat> line) {
    double[] lonLats = new double[2 * line.size()];
    for (int i = 0; i < line.size(); i++) {
      lonLats[2 * i] = line.get(i).lon();
      lonLats[2 * i + 1] = line.get(i).lat();
    }
    return lonLats;
  }
}
