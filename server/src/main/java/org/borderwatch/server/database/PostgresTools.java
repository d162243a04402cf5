package org.borderwatch.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs of one installed PostgreSQL.
 *
 * @param major its major version
 * @param folder that holds initdb, pg_ctl, pg_dump, ...
 */
public record PostgresTools(int major, Path folder) {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final Path DEBIAN_SHARE = Path.of("/usr/share/postgresql");

  /** Every installation of the system that can hold Borderwatch, the newest first. */
  public static List<PostgresTools> installed() {
    try (Stream<Path> versions = Files.exists(DEBIAN) ? Files.list(DEBIAN) : Stream.empty()) {
      return versions
          .filter(version -> version.getFileName().toString().matches("\\d+"))
          .map(
              version ->
                  new PostgresTools(
                      Integer.parseInt(version.getFileName().toString()), version.resolve("bin")))
          .filter(PostgresTools::fits)
          .sorted(Comparator.comparingInt(PostgresTools::major).reversed())
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** The newest installation; what a new cluster is made with. */
  public static PostgresTools newest() {
    return installed().stream().findFirst().orElseThrow(() -> missing("15"));
  }

  /** The installation of one major version; a cluster runs only with the version that made it. */
  static PostgresTools ofVersion(String major) {
    Optional<PostgresTools> same =
        installed().stream().filter(one -> Integer.toString(one.major).equals(major)).findFirst();
    return same.orElseThrow(() -> missing(major));
  }

  /** The path of one program, such as {@code pg_dump}. */
  public String program(String name) {
    return folder.resolve(name).toString();
  }

  private boolean fits() {
    Path postgis = DEBIAN_SHARE.resolve(major + "/extension/postgis.control");
    return major >= DatabaseCheck.POSTGRESQL_AT_LEAST
        && Files.isExecutable(folder.resolve("postgres"))
        && Files.isExecutable(folder.resolve("initdb"))
        && Files.exists(postgis);
  }

  private static DatabaseProblem missing(String major) {
    return new DatabaseProblem(
        "PostgreSQL " + major + " with PostGIS is not installed below " + DEBIAN,
        "apt-get install postgresql-%s postgresql-%s-postgis-3, or set BORDERWATCH_DATABASE_URL"
            .formatted(major, major));
  }
}
