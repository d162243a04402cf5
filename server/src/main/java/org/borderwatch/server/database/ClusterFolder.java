package org.borderwatch.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where the cluster of a data folder is. Usually {@code cluster} inside it; when the account of the
 * cluster cannot go there, a folder of the system, and {@code cluster.pointer} in the data folder
 * names it.
 *
 * @param data the data folder
 * @param cluster what PostgreSQL calls its data directory
 */
record ClusterFolder(Path data, Path cluster) {
  private static final Path STATE = Path.of("/var/lib/borderwatch");
  private static final String CLUSTER = "cluster";
  private static final String POINTER = "cluster.pointer";

  /** Finds the place, and makes the folders above it. */
  static ClusterFolder find(Path dataFolder, ClusterAccount account) throws IOException {
    makeDataFolder(dataFolder, account);
    Path data = dataFolder.toRealPath();
    Path pointer = data.resolve(POINTER);
    if (Files.exists(pointer)) {
      Path elsewhere = Path.of(Files.readString(pointer, StandardCharsets.UTF_8).strip());
      return new ClusterFolder(data, checked(elsewhere, pointer).resolve(CLUSTER));
    }
    Path inside = data.resolve(CLUSTER);
    if (Files.exists(inside) || account.reaches(data)) {
      return new ClusterFolder(data, inside);
    }
    Path elsewhere = stateFolder(data, account);
    SecretFile.write(pointer, elsewhere.toString());
    return new ClusterFolder(data, elsewhere.resolve(CLUSTER));
  }

  /** Whether a data folder holds a cluster or points to one. */
  static boolean isNamedIn(Path dataFolder) {
    return Files.exists(dataFolder.resolve(CLUSTER).resolve("PG_VERSION"))
        || Files.exists(dataFolder.resolve(POINTER));
  }

  /** Whether {@code initdb} has come to its end here. */
  boolean exists() {
    return Files.exists(cluster.resolve("PG_VERSION"));
  }

  /** A file of ours about the cluster, always in the data folder. */
  Path about(String what) {
    return data.resolve("cluster." + what);
  }

  /** The file that holds the password of a role. */
  Path password(String role) {
    return data.resolve("cluster-" + role.replace('_', '-') + ".password");
  }

  /** Tells clusters of different folders apart in the list of processes. */
  String name() {
    return "borderwatch-" + hash(cluster);
  }

  private static void makeDataFolder(Path folder, ClusterAccount account) throws IOException {
    if (!Files.isDirectory(folder)) {
      // As root, the cluster's account has to pass through; secrets inside have modes of their own.
      String mode = account.stepsDown() ? "rwx--x--x" : "rwx------";
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    }
  }

  private static Path stateFolder(Path data, ClusterAccount account) throws IOException {
    Path folder = STATE.resolve(hash(data));
    Files.createDirectories(folder);
    account.own(folder);
    return folder;
  }

  private static Path checked(Path elsewhere, Path pointer) {
    if (!Files.isDirectory(elsewhere)) {
      throw new DatabaseProblem(
          pointer + " names " + elsewhere + ", which is gone",
          "put that folder back, or delete the pointer to begin with an empty database and restore"
              + " a backup");
    }
    return elsewhere;
  }

  private static String hash(Path path) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(path.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
