package org.borderwatch.data.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.borderwatch.data.network.Elements.BarrierNode;
import org.borderwatch.data.network.Elements.PlaceNode;
import org.borderwatch.data.network.LeftOut.Reason;

/**
 * Takes out of files of OpenStreetMap what a network needs: every file is read once, blocks are
 * decoded on all cores, and ways find their nodes when all nodes are there. One thread.
 */
final class OsmNetworkReader {
  private static final int LINES_AT_ONCE = 4_096;

  private final Tally tally;
  private final InOrder workers;
  private final NodeStore nodes = new NodeStore();
  private final List<Line> lines = new ArrayList<>();
  private final List<PlaceNode> places = new ArrayList<>();
  private final List<BarrierNode> barriers = new ArrayList<>();

  OsmNetworkReader(Tally tally, InOrder workers) {
    this.tally = tally;
    this.workers = workers;
  }

  /** Reads a file; {@code progress} is told how many of its bytes are read. */
  void read(Path file, NetworkFormat format, DoubleConsumer progress) throws IOException {
    if (format == NetworkFormat.PBF) {
      try (PbfFile pbf = new PbfFile(file)) {
        workers.run(
            pbf::next,
            PbfBlock::read,
            elements -> {
              take(elements);
              progress.accept(pbf.offset());
            });
      }
    } else {
      try (CountedInputStream bytes = new CountedInputStream(Files.newInputStream(file));
          OsmXml xml = new OsmXml(NetworkFormat.unpacked(bytes))) {
        workers.run(
            xml::next,
            elements -> elements,
            elements -> {
              take(elements);
              progress.accept(bytes.count());
            });
      }
    }
  }

  private void take(Elements elements) {
    tally.add(elements.tally());
    elements.nodesTo(nodes);
    lines.addAll(elements.lines());
    places.addAll(elements.places());
    barriers.addAll(elements.barriers());
  }

  /** All that was read; ways know their nodes now. */
  NetworkMaterial material() throws IOException {
    int repeated = nodes.sort();
    if (repeated > 0) {
      tally.leftOut(Reason.REPEATED, "node", repeated, List.of());
    }
    if (!isRising()) {
      leaveOutRepeatedWays();
    }
    workers.run(
        new Batches(lines.size(), LINES_AT_ONCE)::next,
        batch -> {
          NodeStore.Finder finder = nodes.new Finder();
          for (Line line : lines.subList(batch.from(), batch.until())) {
            line.resolve(finder);
          }
          return batch;
        },
        batch -> {});
    return new NetworkMaterial(nodes, lines, settlements(), standing());
  }

  /** Then none stands twice: so it is in nearly every file. */
  private boolean isRising() {
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).id() <= lines.get(i - 1).id()) {
        return false;
      }
    }
    return true;
  }

  private void leaveOutRepeatedWays() {
    Set<Long> seen = new HashSet<>();
    lines.removeIf(
        line -> {
          boolean again = !seen.add(line.id());
          if (again) {
            Road road = line.road();
            Beside beside = line.beside();
            String what = road != null ? road.shown() : beside != null ? beside.shown() : "way";
            tally.leftOut(Reason.REPEATED, what, line.sourceRef());
          }
          return again;
        });
  }

  private List<NetworkMaterial.Settlement> settlements() {
    NodeStore.Finder finder = nodes.new Finder();
    Set<Long> seen = new HashSet<>();
    List<NetworkMaterial.Settlement> found = new ArrayList<>();
    for (PlaceNode place : places) {
      int vertex = finder.find(place.node());
      if (seen.add(place.node()) && vertex != Vertices.MISSING) {
        found.add(new NetworkMaterial.Settlement(vertex, place.beside(), "node/" + place.node()));
      }
    }
    return found;
  }

  private List<NetworkMaterial.StandingBarrier> standing() {
    NodeStore.Finder finder = nodes.new Finder();
    Set<Long> seen = new HashSet<>();
    List<NetworkMaterial.StandingBarrier> found = new ArrayList<>();
    for (BarrierNode barrier : barriers) {
      int vertex = finder.find(barrier.node());
      if (seen.add(barrier.node()) && vertex != Vertices.MISSING) {
        found.add(
            new NetworkMaterial.StandingBarrier(
                vertex, barrier.barrier(), "node/" + barrier.node()));
      }
    }
    return found;
  }
}
