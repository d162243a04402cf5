package org.borderwatch.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.borderwatch.server.App;
import org.borderwatch.server.config.ServerConfig;
import org.borderwatch.server.database.DatabaseAddress;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.testing.TestCluster;
import org.borderwatch.server.testing.TestDatabase;

/** The whole app on a free port, without the demo. */
public final class RunningApp implements AutoCloseable {
  public static final String PASSWORD = TestClient.PASSWORD;

  private final Path folder;
  private final App app;

  /** With an account {@code admin} whose password is {@link #PASSWORD}. */
  public RunningApp(TestDatabase database) {
    this(database.administrator());
  }

  /** The same, where the database is reached in another way. */
  public RunningApp(DatabaseAddress database) {
    try {
      folder = Files.createTempDirectory("borderwatch-app-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    app = App.start(config(database, folder));
  }

  public RouteTable routes() {
    return app.routes();
  }

  public int port() {
    return app.port();
  }

  private static ServerConfig config(DatabaseAddress address, Path folder) {
    return ServerConfig.load(
        Map.of("port", "0", "data", folder.toString(), "demo", "false"),
        Map.of(
            "BORDERWATCH_DATABASE_URL",
            TestDatabase.url(address),
            "BORDERWATCH_ADMIN_PASSWORD",
            TestClient.PASSWORD));
  }

  @Override
  public void close() {
    app.close();
    TestCluster.delete(folder);
  }
}
