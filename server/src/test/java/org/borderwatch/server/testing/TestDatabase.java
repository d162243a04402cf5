package org.borderwatch.server.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.DatabaseAddress;

/**
 * One database of a test class.
 *
 * @param database pool of the server's role
 * @param owner may change the tables
 * @param administrator may do everything
 */
public record TestDatabase(Database database, DatabaseAddress owner, DatabaseAddress administrator)
    implements AutoCloseable {
  private static final int POOL = 8;

  TestDatabase(DatabaseAddress server, DatabaseAddress owner, DatabaseAddress administrator) {
    this(new Database(server, null, POOL), owner, administrator);
  }

  /** Runs statements as the owner. */
  public void asOwner(String sql) throws SQLException {
    execute(owner, sql);
  }

  /** How a command reaches it, as administrator. */
  public String url() {
    return url(administrator);
  }

  /** The same for any account. */
  public static String url(DatabaseAddress address) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(
            URLEncoder.encode(address.user(), StandardCharsets.UTF_8),
            URLEncoder.encode(String.valueOf(address.password()), StandardCharsets.UTF_8),
            address.host(),
            address.port(),
            address.database());
  }

  static void execute(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
