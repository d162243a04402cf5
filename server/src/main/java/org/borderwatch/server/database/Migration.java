package org.borderwatch.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the schema {@code borderwatch} to the newest version, then says what the server's role may
 * do.
 */
public final class Migration {
  /** The schema of every table. */
  public static final String SCHEMA = "borderwatch";

  private Migration() {}

  /**
   * Migrates as the owner. Does nothing but grant when the schema is up to date; safe when two
   * start at once.
   *
   * @return how many migrations were run
   * @throws DatabaseProblem when a migration fails, or the database is newer than this software
   */
  public static int migrate(DatabaseAddress owner) {
    try {
      int run = flyway(owner).migrate().migrationsExecuted;
      try (Connection connection = owner.connect()) {
        Roles.grant(connection);
      }
      return run;
    } catch (FlywayException | SQLException failed) {
      throw new DatabaseProblem(
          "the tables of " + owner + " could not be brought up to date: " + failed.getMessage(),
          "see the message; a database that was made by newer software needs that software",
          failed);
    }
  }

  /** How far a database is, without changing it. */
  public static State state(DatabaseAddress owner) {
    MigrationInfoService info = flyway(owner).info();
    int newer = 0;
    int failed = 0;
    for (MigrationInfo one : info.all()) {
      newer += one.getState() == MigrationState.FUTURE_SUCCESS ? 1 : 0;
      failed += one.getState().isFailed() ? 1 : 0;
    }
    MigrationInfo current = info.current();
    String version = current == null ? "none" : String.valueOf(current.getVersion());
    return new State(version, info.applied().length, info.pending().length, newer, failed);
  }

  /**
   * How far a database is.
   *
   * @param version of the newest migration that was run
   * @param newer migrations that this software does not know
   */
  public record State(String version, int applied, int pending, int newer, int failed) {}

  /** Flyway on the schema of an address, for migrating and for asking how far a database is. */
  static Flyway flyway(DatabaseAddress owner) {
    return Flyway.configure(Migration.class.getClassLoader())
        .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
        .locations("classpath:migration")
        .defaultSchema(SCHEMA)
        .schemas(SCHEMA)
        .createSchemas(true)
        .cleanDisabled(true)
        // None is overlooked: tables that newer software made are not ours to write to.
        .ignoreMigrationPatterns(new String[0])
        .load();
  }
}
