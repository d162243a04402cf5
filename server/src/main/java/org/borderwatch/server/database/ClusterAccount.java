package org.borderwatch.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The account of the system that PostgreSQL runs as: ourselves, or {@code borderwatch} when we are
 * root, because PostgreSQL refuses to run as root.
 */
final class ClusterAccount {
  private static final String NAME = "borderwatch";
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final boolean stepsDown;

  private ClusterAccount(boolean stepsDown) {
    this.stepsDown = stepsDown;
  }

  /** Ourselves, or, as root, the account {@code borderwatch}, made when missing. */
  static ClusterAccount find() {
    boolean root = "root".equals(System.getProperty("user.name"));
    if (root && !direct(List.of("id", "-u", NAME)).well()) {
      Command.Ended made =
          direct(
              List.of(
                  "useradd",
                  "--system",
                  "--user-group",
                  "--no-create-home",
                  "--home-dir",
                  "/nonexistent",
                  "--shell",
                  "/usr/sbin/nologin",
                  NAME));
      // Two first starts at once: the other one may have made it.
      if (!made.well() && !direct(List.of("id", "-u", NAME)).well()) {
        throw new DatabaseProblem(
            "the account borderwatch cannot be made: " + made.output(),
            "make it by hand (useradd --system borderwatch) or start as another user than root");
      }
    }
    return new ClusterAccount(root);
  }

  /** Runs a program as this account, to its end. */
  Command.Ended run(List<String> words) {
    List<String> all = new ArrayList<>();
    if (stepsDown) {
      all.addAll(List.of("setpriv", "--reuid=" + NAME, "--regid=" + NAME, "--clear-groups", "--"));
    }
    all.addAll(words);
    return Command.run(all, Map.of(), LIMIT);
  }

  /** Whether this account can work inside a folder that exists. */
  boolean reaches(Path folder) {
    return !stepsDown || run(List.of("test", "-x", folder.toString())).well();
  }

  /** Makes a file or folder belong to this account. */
  void own(Path path) throws IOException {
    if (stepsDown) {
      UserPrincipal owner =
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NAME);
      Files.setOwner(path, owner);
    }
  }

  /** Whether we are root, so that files of ours are not readable by the cluster. */
  boolean stepsDown() {
    return stepsDown;
  }

  private static Command.Ended direct(List<String> words) {
    return Command.run(words, Map.of(), LIMIT);
  }
}
