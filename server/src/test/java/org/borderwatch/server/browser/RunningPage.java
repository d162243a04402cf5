package org.borderwatch.server.browser;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.borderwatch.server.App;
import org.borderwatch.server.config.ServerConfig;
import org.borderwatch.server.database.DatabaseAddress;
import org.borderwatch.server.testing.DatabaseLine;
import org.borderwatch.server.testing.TestCluster;
import org.borderwatch.server.testing.TestDatabase;

/** The whole server with the demo, and a browser to visit it with. */
final class RunningPage implements AutoCloseable {
  static final String ACCOUNT = "admin";
  static final String PASSWORD = "duong-mon-bien-gioi-1063";

  private final Chromium chromium;
  private final TestDatabase database;
  private final DatabaseLine line;
  private final Path folder;
  private App app;

  private RunningPage(
      Chromium chromium, TestDatabase database, DatabaseLine line, Path folder, App app) {
    this.chromium = chromium;
    this.database = database;
    this.line = line;
    this.folder = folder;
    this.app = app;
  }

  static RunningPage start(Chromium chromium) {
    TestDatabase database = TestCluster.freshDatabase();
    try {
      Path folder = Files.createTempDirectory("borderwatch-page-");
      DatabaseLine line = DatabaseLine.to(database.administrator());
      App app = App.start(config(line.address(), folder, true));
      return new RunningPage(chromium, database, line, folder, app);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static ServerConfig config(DatabaseAddress address, Path folder, boolean demo) {
    return ServerConfig.load(
        Map.of(
            "port",
            "0",
            "data",
            folder.toString(),
            "demo",
            Boolean.toString(demo),
            "process.memory",
            "1500MB"),
        Map.of(
            "BORDERWATCH_DATABASE_URL",
            TestDatabase.url(address),
            "BORDERWATCH_ADMIN_PASSWORD",
            PASSWORD));
  }

  /** A visitor who has not signed in, on the page. */
  Visit visit(Screen screen) {
    BrowserContext context = chromium.browser().newContext(screen.visitor());
    return new Visit(context, url()).open("");
  }

  /** The administrator, signed in, with {@code view} as the query of the link. */
  Visit signedIn(Screen screen, String view) {
    BrowserContext context = chromium.browser().newContext(screen.visitor());
    return new Visit(context, url()).signIn(ACCOUNT, PASSWORD).open(view).awaitBench();
  }

  /** A commander of patrols, signed in, with {@code view} as the query of the link. */
  Visit commander(Screen screen, String view) {
    return as("commander", screen, view);
  }

  /** Somebody with a role, signed in, with {@code view} as the query of the link. */
  Visit as(String role, Screen screen, String view) {
    String name = role + "-of-the-test";
    BrowserContext context = chromium.browser().newContext(screen.visitor());
    Visit visit = new Visit(context, url()).signIn(ACCOUNT, PASSWORD);
    if (visit.addAccount(name, role, PASSWORD)) {
      // Whoever makes an account knows its password, so it would have to be changed first.
      try {
        sql("UPDATE borderwatch.account SET must_change = false WHERE name = '" + name + "'");
      } catch (SQLException failed) {
        throw new IllegalStateException(failed);
      }
    }
    context.clearCookies();
    return visit.signIn(name, PASSWORD).open(view).awaitBench();
  }

  /** The server's line to its database. */
  DatabaseLine line() {
    return line;
  }

  /** Ends the server, and starts it again on another port. */
  void restart() {
    app.close();
    app = App.start(config(line.address(), folder, false));
  }

  /** Goes to the database without the server, as the owner of the tables. */
  Connection connect() throws SQLException {
    return database.owner().connect();
  }

  /** Stores something without the server. */
  void sql(String statement) throws SQLException {
    database.asOwner(statement);
  }

  String url() {
    return app.url();
  }

  @Override
  public void close() throws Exception {
    app.close();
    line.close();
    database.close();
    TestCluster.delete(folder);
  }
}
