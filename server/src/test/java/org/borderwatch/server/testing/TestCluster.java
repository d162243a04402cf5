package org.borderwatch.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.borderwatch.server.database.AtExit;
import org.borderwatch.server.database.ClusterSettings;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.DatabaseAddress;
import org.borderwatch.server.database.Migration;
import org.borderwatch.server.database.PrivateCluster;
import org.borderwatch.server.database.Roles;

/**
 * The throw-away cluster of a test run: started at its first use, stopped and deleted when the JVM
 * ends.
 *
 * <p>Each database is a copy of one that was migrated once; fsync is off, here and nowhere else.
 */
public final class TestCluster {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String TEMPLATE = "migrated";

  private TestCluster() {}

  /** A fresh migrated database, empty but for what migrations put there. */
  public static TestDatabase freshDatabase() {
    String name = "test_" + NUMBER.incrementAndGet();
    create(name, TEMPLATE);
    return new TestDatabase(
        Started.CLUSTER.server().in(name),
        Started.CLUSTER.owner().in(name),
        Started.CLUSTER.administrator().in(name));
  }

  /** A database with nothing in it, not even PostGIS. */
  public static DatabaseAddress bareDatabase() {
    String name = "bare_" + NUMBER.incrementAndGet();
    create(name, "template0");
    return Started.CLUSTER.administrator().in(name);
  }

  /** The server's role in a database of this cluster. */
  public static Database serverOf(String database) {
    return new Database(Started.CLUSTER.server().in(database), null, 2);
  }

  private static void create(String name, String template) {
    try {
      TestDatabase.execute(
          Started.CLUSTER.administrator(),
          "CREATE DATABASE " + name + " OWNER " + Roles.OWNER + " TEMPLATE " + template);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The cluster starts when this class is first touched. */
  private static final class Started {
    private static final PrivateCluster CLUSTER = start();

    private static PrivateCluster start() {
      try {
        Path folder = Files.createTempDirectory("borderwatch-test-");
        // The account of the cluster has to pass through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        // Last in, first out: the cluster stops before its folder goes.
        AtExit.close(() -> delete(folder));
        PrivateCluster cluster =
            PrivateCluster.open(
                folder,
                ClusterSettings.forMachine()
                    .with("fsync", "off")
                    .with("full_page_writes", "off")
                    .with("synchronous_commit", "off")
                    .with("shared_buffers", "128MB")
                    .with("max_connections", "200"));
        prepareTemplate(cluster);
        return cluster;
      } catch (IOException | SQLException failed) {
        throw new IllegalStateException(failed);
      }
    }

    private static void prepareTemplate(PrivateCluster cluster) throws SQLException {
      DatabaseAddress administrator = cluster.administrator();
      TestDatabase.execute(administrator, "CREATE DATABASE " + TEMPLATE + " OWNER " + Roles.OWNER);
      TestDatabase.execute(administrator.in(TEMPLATE), "CREATE EXTENSION postgis");
      Migration.migrate(cluster.owner().in(TEMPLATE));
    }
  }

  /** Deletes a folder and all in it. */
  public static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
