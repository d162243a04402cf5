package org.borderwatch.server.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a cluster with {@code initdb}, beside its place first: what stands in its place is whole,
 * also when the machine stops in the middle.
 */
final class ClusterBirth {
  /** Our settings, included by postgresql.conf. */
  static final String SETTINGS_FILE = "borderwatch.conf";

  private ClusterBirth() {}

  static void make(ClusterFolder folder, ClusterAccount account, ClusterPasswords passwords)
      throws IOException {
    Path unborn = folder.cluster().resolveSibling("cluster.new");
    deleteTree(unborn);
    Files.createDirectory(
        unborn, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    account.own(unborn);
    initdb(unborn, account, passwords);
    Files.writeString(
        unborn.resolve("postgresql.conf"),
        "\ninclude '" + SETTINGS_FILE + "'\n",
        StandardOpenOption.APPEND);
    Files.move(unborn, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void initdb(Path unborn, ClusterAccount account, ClusterPasswords passwords)
      throws IOException {
    // In the temporary folder of the system, which every account reaches; its mode is 0600.
    Path password = Files.createTempFile("borderwatch-", ".password");
    try {
      Files.writeString(password, passwords.administrator() + "\n");
      account.own(password);
      Command.Ended ended =
          account.run(
              List.of(
                  PostgresTools.newest().program("initdb"),
                  "--pgdata=" + unborn,
                  "--username=" + ClusterContents.ADMINISTRATOR,
                  "--pwfile=" + password,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale=C.UTF-8",
                  "--data-checksums",
                  "--no-instructions"));
      if (!ended.well()) {
        throw new DatabaseProblem(
            "a database could not be made in " + unborn + ": " + ended.output(),
            "check free space and rights of that folder");
      }
    } finally {
      Files.deleteIfExists(password);
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
