package org.borderwatch.server.access;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.HealthEndpoints;
import org.borderwatch.server.http.HttpServer;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RequestMetrics;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.http.SecurityHeaders;

/** Access over real HTTP, with one small route to read and to write for each permission. */
final class AccessServer implements AutoCloseable {
  private final HttpServer server;
  private final TestClient client;

  AccessServer(Database database, String publicUrl, Clock clock) {
    Access access = new Access(database, publicUrl, "test", clock);
    RouteTable routes = new RouteTable();
    access.addTo(routes);
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new HealthEndpoints(database.jdbi(), registry, () -> 0).addTo(routes);
    for (Permission permission : Permission.values()) {
      String path = "/test/" + permission.code();
      QueryParameters known = QueryParameters.of("bbox", "direction");
      routes.get(path, permission, known, "Reads", ctx -> AuditMark.rows(ctx, 7));
      routes.post(path, permission, known, "Writes", ctx -> ctx.status(201));
    }
    this.server =
        new HttpServer(
            "127.0.0.1",
            0,
            routes,
            access.gate(),
            config -> {
              new SecurityHeaders(publicUrl).install(config.routes);
              access.install(config.routes);
              new RequestMetrics(registry).install(config);
            });
    server.start();
    this.client =
        publicUrl == null
            ? new TestClient(server.port())
            : new TestClient(server.port(), publicUrl);
  }

  /**
   * One account for each role, all with {@link TestClient#PASSWORD}, and units VN, VN-09 and LS-01.
   */
  static void fill(Database database) {
    FirstAccount.make(database.jdbi(), TestClient.PASSWORD);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO unit (code, name_vi, name_en, kind, parent) VALUES"
                        + " ('VN-09', 'Lạng Sơn', 'Lang Son', 'province', 'VN'),"
                        + " ('LS-01', 'Đồn 1', 'Station 1', 'station', 'VN-09')"));
    Accounts accounts = new Accounts(database.jdbi());
    for (Role role : Role.values()) {
      if (role == Role.ADMIN) {
        continue;
      }
      accounts.add(
          role.code(),
          role,
          "VN-09",
          role == Role.DEVICE ? null : TestClient.PASSWORD,
          FirstAccount.NAME);
    }
    database.jdbi().useHandle(handle -> handle.execute("UPDATE account SET must_change = false"));
  }

  TestClient client() {
    return client;
  }

  @Override
  public void close() {
    server.close();
  }
}
