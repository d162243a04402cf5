package org.borderwatch.data.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.borderwatch.data.detection.FileProblem;
import org.borderwatch.data.detection.UnreadableFileException;

/**
 * Reads the files of a network.
 *
 * <p>Several files are one network. OpenStreetMap's files share their numbers: what stands in two
 * of them is taken once, and ways meet where they have a node in common, so that the extracts of
 * neighbours join at the border. Lines of GeoJSON meet where they have a vertex in common (to 1e-7
 * degrees), within a file or across files. A line of GeoJSON and a way of OpenStreetMap don't meet:
 * draw the line in OpenStreetMap's format (JOSM) when they have to.
 *
 * <p>Memory: 12 bytes for each node of the files, used or not, 8 for each vertex of a way that is
 * taken, and some 200 for the way: 28 million nodes, 234 MB of file, are read within 1.5 GB. Order
 * is that of the files, whatever the number of cores.
 */
public final class NetworkFile {
  private NetworkFile() {}

  /**
   * Reads one file.
   *
   * @see #read(List, NetworkOptions, NetworkReceiver)
   */
  public static NetworkReport read(Path file, NetworkOptions options, NetworkReceiver receiver)
      throws IOException {
    return read(List.of(file), options, receiver);
  }

  /**
   * Reads files as one network.
   *
   * @param receiver is told by the calling thread; what it has been told is to be forgotten when
   *     this ends with an exception
   * @throws UnreadableFileException when a file is none of {@link NetworkFormat}, is broken, or
   *     when no edge comes of all of them
   * @throws java.util.concurrent.CancellationException when it was cancelled
   */
  public static NetworkReport read(
      List<Path> files, NetworkOptions options, NetworkReceiver receiver) throws IOException {
    List<Path> lines = new ArrayList<>();
    List<Path> openStreetMap = new ArrayList<>();
    long bytes = 0;
    for (Path file : files) {
      (NetworkFormat.of(file) == NetworkFormat.GEOJSON ? lines : openStreetMap).add(file);
      bytes += Files.size(file);
    }
    Tally tally = new Tally();
    Steps steps = new Steps(options.progress(), bytes);
    try (InOrder workers = new InOrder(options.cancelled())) {
      NetworkAssembler assembler = new NetworkAssembler(options, receiver, tally, workers);
      if (!openStreetMap.isEmpty()) {
        OsmNetworkReader reader = new OsmNetworkReader(tally, workers);
        for (Path file : openStreetMap) {
          reader.read(file, NetworkFormat.of(file), steps::reading);
          steps.read(file);
        }
        assembler.assemble(reader.material(), steps::assembling);
      }
      if (!lines.isEmpty()) {
        GeoJsonNetworkReader reader = new GeoJsonNetworkReader(tally, options.cancelled());
        for (Path file : lines) {
          reader.read(file, steps::reading);
          steps.read(file);
        }
        assembler.assemble(reader.material(), steps::assembling);
      }
      NetworkReport report = tally.report(assembler.nodes(), assembler.wayNodes());
      if (report.edges() == 0) {
        throw new UnreadableFileException(FileProblem.NO_WAYS);
      }
      return report;
    }
  }

  /** Half of the way is reading, the other half making edges and handing them out. */
  private static final class Steps {
    private final DoubleConsumer progress;
    private final double bytes;
    private double bytesBefore;

    Steps(DoubleConsumer progress, long bytes) {
      this.progress = progress;
      this.bytes = Math.max(bytes, 1);
    }

    void reading(double bytesOfFile) {
      progress.accept((bytesBefore + bytesOfFile) / bytes / 2);
    }

    void read(Path file) throws IOException {
      bytesBefore += Files.size(file);
    }

    void assembling(double share) {
      progress.accept(0.5 + share / 2);
    }
  }
}
