package org.borderwatch.server.database;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and as whom to go in. Never prints its password.
 *
 * @param host name or address; IPv6 without brackets
 * @param parameters of the JDBC driver, such as {@code sslmode}
 */
public record DatabaseAddress(
    String host,
    int port,
    String database,
    String user,
    @Nullable String password,
    Map<String, String> parameters) {

  private static final int STANDARD_PORT = 5432;

  public DatabaseAddress {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Reads {@code postgresql://user:password@host:port/database?parameter=value}, with {@code
   * postgres:} or {@code jdbc:postgresql:} in front just as well, and {@code user} and {@code
   * password} also as parameters.
   *
   * @throws DatabaseProblem says what is missing, without the text itself: it may hold a password
   */
  public static DatabaseAddress parse(String url) {
    URI uri = uri(url.strip());
    Map<String, String> parameters = parameters(uri.getRawQuery());
    String[] credential = credential(uri.getRawUserInfo());
    String user = parameters.getOrDefault("user", credential[0]);
    String password = parameters.getOrDefault("password", credential[1]);
    parameters.keySet().removeAll(Set.of("user", "password"));
    String path = uri.getPath();
    if (uri.getHost() == null || path == null || path.length() < 2 || user.isEmpty()) {
      throw unreadable();
    }
    return new DatabaseAddress(
        uri.getHost().replaceAll("[\\[\\]]", ""),
        uri.getPort() < 0 ? STANDARD_PORT : uri.getPort(),
        path.substring(1),
        user,
        password.isEmpty() ? null : password,
        parameters);
  }

  /** The same place, as somebody else. */
  public DatabaseAddress as(String otherUser, String otherPassword) {
    return new DatabaseAddress(host, port, database, otherUser, otherPassword, parameters);
  }

  /** Another database at the same place. */
  public DatabaseAddress in(String otherDatabase) {
    return new DatabaseAddress(host, port, otherDatabase, user, password, parameters);
  }

  /** For the driver; holds no credential. */
  public String jdbcUrl() {
    String shownHost = host.contains(":") ? "[" + host + "]" : host;
    String query =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    String url = "jdbc:postgresql://%s:%d/%s".formatted(shownHost, port, encode(database));
    return query.isEmpty() ? url : url + "?" + query;
  }

  /** A connection of its own, without a pool. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), credentials());
  }

  /** User and password as the driver takes them. */
  Properties credentials() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    if (password != null) {
      properties.setProperty("password", password);
    }
    return properties;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
  }

  private static URI uri(String url) {
    String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
    try {
      URI uri = URI.create(plain);
      if ("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // told below, without the text that may hold a password
    }
    throw unreadable();
  }

  private static DatabaseProblem unreadable() {
    return new DatabaseProblem(
        "BORDERWATCH_DATABASE_URL cannot be read",
        "expected postgresql://user:password@host:5432/database; write special characters of the"
            + " password as %XX");
  }

  private static String[] credential(@Nullable String userInfo) {
    if (userInfo == null) {
      return new String[] {"", ""};
    }
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? new String[] {decode(userInfo), ""}
        : new String[] {
          decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1))
        };
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new TreeMap<>();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
