package org.borderwatch.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    String url =
        "postgresql://%s:%s@%s:%d/%s"
            .formatted(
                encoded(address.user()),
                encoded(String.valueOf(address.password())),
                address.host(),
                address.port(),
                address.database());
    return ServerConfig.load(
        Map.of("port", "0", "data", folder.toString(), "demo", "false"),
        Map.of("BORDERWATCH_DATABASE_URL", url, "BORDERWATCH_ADMIN_PASSWORD", TestClient.PASSWORD));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    app.close();
    TestCluster.delete(folder);
  }
}
