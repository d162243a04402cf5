package org.borderwatch.server.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.borderwatch.server.database.DatabaseAddress;
import org.borderwatch.server.database.Migration;
import org.borderwatch.server.database.PostgresTools;

/**
 * Writes the whole database into one file, while the server runs: what was committed when it began
 * is in it.
 *
 * <p>The file comes into being under another name and is renamed when it is whole and on disk. Its
 * mode is 0600: it holds exact positions and accounts.
 */
public final class Backup {
  static final String DUMP = "borderwatch.dump";
  static final String MANIFEST = "manifest.json";
  private static final long SPARE_BYTES = 64L << 20;

  private final PostgresTools tools;
  private final DatabaseAddress owner;
  private final String software;

  /**
   * @param owner who may read every table
   * @param software version, for the manifest
   */
  public Backup(PostgresTools tools, DatabaseAddress owner, String software) {
    this.tools = tools;
    this.owner = owner;
    this.software = software;
  }

  /**
   * Writes a backup.
   *
   * @throws BackupException when the file exists, the disk is too small or the dump fails; no file
   *     is left then
   */
  public Manifest write(Path file) throws IOException, SQLException {
    Path target = file.toAbsolutePath();
    if (Files.exists(target)) {
      throw new BackupException(target + " exists; give another name, or move it away");
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(part);
    try (Connection connection = owner.connect()) {
      connection.setAutoCommit(false);
      String snapshot = snapshot(connection);
      checkSpace(connection, target);
      Manifest manifest = manifest(connection);
      zip(part, snapshot, manifest);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      connection.rollback();
      return manifest;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Fixes what is seen, for this connection and for the dump alike. */
  private static String snapshot(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    }
    return ask(connection, "SELECT pg_export_snapshot()");
  }

  private Manifest manifest(Connection connection) throws SQLException {
    return new Manifest(
        Manifest.FORMAT,
        software,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        ask(connection, "SHOW server_version"),
        ask(connection, "SELECT extversion FROM pg_extension WHERE extname = 'postgis'"),
        TableContents.ofAll(connection));
  }

  private void zip(Path part, String snapshot, Manifest manifest) throws IOException {
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(manifest.json());
      zip.putNextEntry(new ZipEntry(DUMP));
      new PostgresClient(tools, owner)
          .read(
              List.of(
                  "pg_dump",
                  "--format=custom",
                  "--compress=0",
                  "--no-owner",
                  "--no-privileges",
                  "--schema=" + Migration.SCHEMA,
                  "--snapshot=" + snapshot),
              zip);
      zip.closeEntry();
    }
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** The rows as they stand in the tables are more than a packed dump of them needs. */
  private static void checkSpace(Connection connection, Path target)
      throws IOException, SQLException {
    long tables =
        Long.parseLong(ask(connection, "SELECT pg_database_size(current_database())::text"));
    long needed = tables / 2 + SPARE_BYTES;
    Path folder = Objects.requireNonNull(target.getParent());
    if (!Files.isDirectory(folder)) {
      throw new BackupException("the folder " + folder + " does not exist; make it first");
    }
    long free = folder.toFile().getUsableSpace();
    if (free < needed) {
      throw new BackupException(
          "%s has %d MB free and the backup may need %d MB; make room or give another folder"
              .formatted(folder, free >> 20, needed >> 20));
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
