package org.borderwatch.server;

import org.borderwatch.server.cli.CommandLineTool;
import org.borderwatch.server.config.ServerConfig;
import org.borderwatch.server.database.Storage;

/** Puts the parts together: settings, database, features, HTTP. */
public final class App implements AutoCloseable {
  private final Storage storage;

  private App(Storage storage) {
    this.storage = storage;
  }

  public static void main(String... words) {
    System.exit(CommandLineTool.run(App::start, words));
  }

  /** Opens the database and serves until closed. */
  public static App start(ServerConfig config) {
    return new App(Storage.open(config.dataFolder(), config.databaseUrl(), config.poolSize()));
  }

  @Override
  public void close() {
    storage.close();
  }
}
