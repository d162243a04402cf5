package org.borderwatch.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A pool of connections as the server's role: schema {@code borderwatch} first, then {@code public}
 * for PostGIS.
 *
 * <p>Thread-safe. When no connection comes free in time, or the database is away, {@link
 * #connection} throws {@link java.sql.SQLTransientConnectionException}; a later call works again
 * once the database is back.
 */
public final class Database implements AutoCloseable {
  private static final long WAIT_MILLIS = 5_000;
  private static final long VALIDATE_MILLIS = 2_000;
  private static final int PROMPT_MILLIS = 4_000;

  private final DatabaseAddress address;
  private final @Nullable String role;
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Jdbi promptJdbi;
  private final Inquiry inquiry = new Inquiry();

  /**
   * Opens without connecting: the first connection is made when it is needed.
   *
   * @param role taken on after going in ({@code SET ROLE}), or null to stay as the address says
   */
  public Database(DatabaseAddress address, @Nullable String role, int poolSize) {
    this.address = address;
    this.role = role;
    this.pool = new HikariDataSource(poolConfig(poolSize));
    this.jdbi = Jdbi.create(pool);
    this.promptJdbi = Jdbi.create(this::promptConnection);
  }

  /** A pooled connection in auto-commit mode; close it to give it back. */
  public Connection connection() throws SQLException {
    return pool.getConnection();
  }

  /** The same pool through Jdbi. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /**
   * The same pool for short statements: one that isn't answered in 4 seconds fails as if the
   * connection were lost, also when the database hangs and says nothing at all.
   */
  public Jdbi promptJdbi() {
    return promptJdbi;
  }

  /** Asks short questions without ever waiting long. */
  public Inquiry inquiry() {
    return inquiry;
  }

  /** A connection of its own, outside the pool: for LISTEN, and for what holds one for long. */
  public Connection ownConnection() throws SQLException {
    return ownConnection(properties());
  }

  /**
   * The same, but gives up with an {@link SQLException} whenever the database is silent for longer
   * than {@code mostSilence}, whole seconds, while an answer is due.
   */
  public Connection ownConnection(Duration mostSilence) throws SQLException {
    Properties properties = properties();
    properties.setProperty("socketTimeout", Long.toString(mostSilence.toSeconds()));
    return ownConnection(properties);
  }

  private Connection ownConnection(Properties properties) throws SQLException {
    Connection connection = DriverManager.getConnection(address.jdbcUrl(), properties);
    if (role != null) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(Roles.setRole(role));
      } catch (SQLException refused) {
        connection.close();
        throw refused;
      }
    }
    return connection;
  }

  /** Counts the pool's connections, and the time that callers wait for one, from now on. */
  public void measure(MeterRegistry registry) {
    pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
  }

  /** Where this pool connects to. */
  public DatabaseAddress address() {
    return address;
  }

  /** Closes every connection; running statements fail. */
  @Override
  public void close() {
    pool.close();
  }

  /**
   * A pooled connection for short statements, as those of {@link #promptJdbi}. The pool takes the
   * limit off again when it comes back.
   */
  public Connection promptConnection() throws SQLException {
    Connection connection = pool.getConnection();
    try {
      connection.setNetworkTimeout(Runnable::run, PROMPT_MILLIS);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private HikariConfig poolConfig(int poolSize) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("borderwatch");
    config.setJdbcUrl(address.jdbcUrl());
    config.setDataSourceProperties(properties());
    config.setMaximumPoolSize(poolSize);
    config.setMinimumIdle(Math.min(2, poolSize));
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setValidationTimeout(VALIDATE_MILLIS);
    // A database that is away at this moment must not stop the pool from coming up.
    config.setInitializationFailTimeout(-1);
    if (role != null) {
      config.setConnectionInitSql(Roles.setRole(role));
    }
    return config;
  }

  private Properties properties() {
    Properties properties = address.credentials();
    properties.setProperty("currentSchema", Migration.SCHEMA + ",public");
    properties.setProperty("ApplicationName", "borderwatch");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    // The detail of an error quotes the row, and errors are logged.
    properties.setProperty("logServerErrorDetail", "false");
    return properties;
  }
}
