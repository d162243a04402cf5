package org.borderwatch.bench.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.NetworkFeature;
import org.borderwatch.data.network.NetworkFile;
import org.borderwatch.data.network.NetworkNode;
import org.borderwatch.data.network.NetworkOptions;
import org.borderwatch.data.network.NetworkReceiver;
import org.borderwatch.data.network.NetworkReport;

/**
 * How long a network file takes to be read, storing nothing: first in a JVM that has just begun, as
 * the command line does it, then again.
 *
 * <p>Usage: {@code ReadTimes FILE ROUNDS}
 */
public final class ReadTimes {
  private ReadTimes() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    for (int round = 1; round <= Integer.parseInt(arguments[1]); round++) {
      long began = System.nanoTime();
      NetworkReport report =
          NetworkFile.read(Path.of(arguments[0]), NetworkOptions.PLAIN, new Forget());
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "read, round %d: %.2f s, %.2f s a million OSM nodes; %d nodes, %d edges%n",
          round,
          seconds,
          seconds * 1e6 / report.found().nodes(),
          report.nodes(),
          report.edges());
    }
  }

  private static final class Forget implements NetworkReceiver {
    @Override
    public void node(NetworkNode node) {}

    @Override
    public void edge(NetworkEdge edge) {}

    @Override
    public void feature(NetworkFeature feature) {}
  }
}
