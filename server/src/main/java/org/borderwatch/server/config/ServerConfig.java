package org.borderwatch.server.config;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set, once and for all: default, then the file {@code
 * borderwatch.properties} in the data folder, then the environment, then flags.
 *
 * @param port of the page; 0 takes a free one
 * @param bind address to listen on
 * @param dataFolder absolute, made when missing
 * @param publicUrl what links start with, without a slash at the end; null means http://localhost
 *     and the port that was bound
 * @param demo whether an empty database gets the synthetic scenario
 * @param databaseUrl the PostGIS to use instead of the private cluster, or null
 * @param adminPassword of the account {@code admin} at the first start, or null for a random one
 *     that is printed
 * @param importMaxBytes the largest file that is taken in over HTTP
 * @param processes how much analyses may take
 * @param poolSize connections to the database
 * @param shown every setting as it may be printed
 */
public record ServerConfig(
    int port,
    String bind,
    Path dataFolder,
    @Nullable String publicUrl,
    boolean demo,
    @Nullable String databaseUrl,
    @Nullable String adminPassword,
    long importMaxBytes,
    ProcessLimits processes,
    int poolSize,
    List<Settings.Found> shown) {

  /** The file of settings in the data folder. */
  public static final String FILE = "borderwatch.properties";

  /** The setting of the data folder; its flag stands before or after the verb. */
  public static final String DATA = "data";

  public ServerConfig {
    dataFolder = dataFolder.toAbsolutePath().normalize();
    shown = List.copyOf(shown);
    publicUrl = publicUrl == null ? null : checkedUrl(publicUrl);
  }

  /**
   * Reads all sources.
   *
   * @param flags by setting name, only those that were given
   * @param environment usually {@link System#getenv()}
   * @throws ConfigException names the setting that cannot be used
   */
  public static ServerConfig load(Map<String, String> flags, Map<String, String> environment) {
    Settings before = new Settings(Map.of(), environment, flags);
    Path file = Path.of(dataFolder(before)).resolve(FILE);
    Settings settings = new Settings(read(file), environment, flags);
    ServerConfig config = from(settings);
    settings.refuseUnknown(file.toString());
    return config;
  }

  /** All settings with their defaults and help, from no source. */
  public static List<Settings.Found> help() {
    Settings settings = new Settings(Map.of(), Map.of(), Map.of());
    from(settings);
    return settings.found();
  }

  /** What links start with, once the port is bound. */
  public String publicUrl(int boundPort) {
    return publicUrl == null ? "http://localhost:" + boundPort : publicUrl;
  }

  /** Whether other machines reach it, as far as it knows without HTTPS. */
  public boolean sendsPasswordsInTheOpen() {
    boolean https = publicUrl != null && publicUrl.startsWith("https:");
    InetAddress address = new InetSocketAddress(bind, 0).getAddress();
    return !https && (address == null || !address.isLoopbackAddress());
  }

  /** One line for each setting with its value and origin; secrets are masked. */
  public String describe() {
    return shown.stream()
        .map(one -> "  %-18s %s (%s)".formatted(one.name(), one.shown(), one.origin()))
        .collect(Collectors.joining("\n"));
  }

  /** Masks secrets, as {@link #describe} does. */
  @Override
  public String toString() {
    return "ServerConfig\n" + describe();
  }

  private static String dataFolder(Settings settings) {
    return settings.text(DATA, "var", "Folder that keeps the database, its passwords and settings");
  }

  private static ServerConfig from(Settings settings) {
    String data = dataFolder(settings);
    int port = settings.integer("port", 8080, 0, 65_535, "Port of the page; 0 takes a free one");
    String bind = settings.text("bind", "127.0.0.1", "Address to listen on; 0.0.0.0 for all");
    String url = settings.text("public-url", "", "What links start with, as people reach the page");
    boolean demo = settings.yes("demo", true, "Fill an empty database with the synthetic scenario");
    long importMax = settings.bytes("import.max.size", "1GB", "Largest file to import over HTTP");
    ProcessLimits processes = ProcessLimits.from(settings);
    int pool = settings.integer("database.pool", 12, 2, 200, "Connections to the database");
    String database = settings.secret("database.url", "PostGIS to use instead of the private one");
    String admin = settings.secret("admin.password", "Password of admin at the first start");
    return new ServerConfig(
        port,
        bind,
        Path.of(data),
        url.isEmpty() ? null : url,
        demo,
        database,
        admin,
        importMax,
        processes,
        pool,
        settings.found());
  }

  private static Map<String, String> read(Path file) {
    Map<String, String> values = new HashMap<>();
    if (Files.exists(file)) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException unreadable) {
        throw new ConfigException("cannot read " + file + ": " + unreadable.getMessage());
      }
      properties
          .stringPropertyNames()
          .forEach(name -> values.put(name, properties.getProperty(name)));
    }
    return values;
  }

  private static String checkedUrl(String text) {
    try {
      URI uri = URI.create(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
      }
    } catch (IllegalArgumentException unreadable) {
      // told below
    }
    throw new ConfigException(
        "public-url is \"%s\"; expected an address such as https://borderwatch.example.vn"
            .formatted(text));
  }
}
