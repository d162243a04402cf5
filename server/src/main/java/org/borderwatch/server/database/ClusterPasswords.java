package org.borderwatch.server.database;

import java.io.IOException;

/** The random passwords of a private cluster, each in a file of mode 0600 in the data folder. */
record ClusterPasswords(String administrator, String owner, String server) {
  /** Reads them; makes the ones that are missing. */
  static ClusterPasswords of(ClusterFolder folder) throws IOException {
    return new ClusterPasswords(
        SecretFile.readOrMake(folder.password(ClusterContents.ADMINISTRATOR)),
        SecretFile.readOrMake(folder.password(Roles.OWNER)),
        SecretFile.readOrMake(folder.password(Roles.SERVER)));
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "ClusterPasswords[********]";
  }
}
