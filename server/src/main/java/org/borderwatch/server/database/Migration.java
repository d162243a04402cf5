package org.borderwatch.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

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
      try (Connection connection =
          DriverManager.getConnection(owner.jdbcUrl(), owner.credentials())) {
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

  /** Flyway on the schema of an address, for migrating and for asking how far a database is. */
  static Flyway flyway(DatabaseAddress owner) {
    return Flyway.configure(Migration.class.getClassLoader())
        .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
        .locations("classpath:migration")
        .defaultSchema(SCHEMA)
        .schemas(SCHEMA)
        .createSchemas(true)
        .cleanDisabled(true)
        .load();
  }
}
