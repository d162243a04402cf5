package org.borderwatch.server.database;

import java.nio.file.Path;

/**
 * A process of its own that opens a cluster, says so, and holds it until its input ends or it is
 * killed.
 */
public final class ClusterHolder {
  private ClusterHolder() {}

  public static void main(String... words) throws Exception {
    try (PrivateCluster cluster = PrivateCluster.open(Path.of(words[0]))) {
      System.out.println("port " + cluster.owner().port());
      System.out.flush();
      int ignored = System.in.read();
    }
  }
}
