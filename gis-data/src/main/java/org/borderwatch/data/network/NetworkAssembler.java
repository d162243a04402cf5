package org.borderwatch.data.network;

import java.io.IOException;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.borderwatch.data.network.LeftOut.Reason;
import org.borderwatch.data.network.NetworkMaterial.Settlement;
import org.borderwatch.data.network.NetworkMaterial.StandingBarrier;

/**
 * Makes a network of what readers found: cuts ways at junctions, measures the edges on all cores,
 * and hands out nodes and edges in the order of the files. One thread.
 */
final class NetworkAssembler {
  private static final int LINES_AT_ONCE = 512;

  private final NetworkOptions options;
  private final NetworkReceiver receiver;
  private final Tally tally;
  private final InOrder workers;
  private final EdgeTimes times;
  private int nodes;
  private long wayNodes;

  NetworkAssembler(NetworkOptions options, NetworkReceiver receiver, Tally tally, InOrder workers) {
    this.options = options;
    this.receiver = receiver;
    this.tally = tally;
    this.workers = workers;
    this.times = new EdgeTimes(options.elevation());
  }

  /** How many nodes were handed out. */
  int nodes() {
    return nodes;
  }

  /** How many different vertices the ways have that were taken, before they are cut. */
  long wayNodes() {
    return wayNodes;
  }

  /** Hands out all of it; {@code progress} is told the share. */
  void assemble(NetworkMaterial material, DoubleConsumer progress) throws IOException {
    List<Line> lines = material.lines();
    Junctions junctions = new Junctions(lines);
    Barriers barriers = new Barriers(material.barriers(), lines, junctions);
    Numbering numbering = new Numbering(material.vertices(), junctions, barriers);
    wayNodes += junctions.used();
    workers.run(
        new Batches(lines.size(), LINES_AT_ONCE)::next,
        batch -> {
          EdgeMaker maker =
              new EdgeMaker(material.vertices(), junctions, barriers, times, options.clip());
          lines.subList(batch.from(), batch.until()).forEach(maker::line);
          return new Made(batch.until(), maker);
        },
        made -> {
          for (NetworkEdge edge : made.maker.edges()) {
            receiver.edge(between(numbering.of(edge.from()), numbering.of(edge.to()), edge));
          }
          made.maker.features().forEach(receiver::feature);
          tally.add(made.maker.tally());
          progress.accept((double) made.until / lines.size());
        });
    settlements(material);
    barriers(material, junctions);
  }

  /** What came of the lines before an index. */
  private record Made(int until, EdgeMaker maker) {}

  private static NetworkEdge between(int from, int to, NetworkEdge edge) {
    return new NetworkEdge(
        from,
        to,
        edge.wayClass(),
        edge.name(),
        edge.ref(),
        edge.surface(),
        edge.lonLat(),
        edge.heightsMetres(),
        edge.lengthMetres(),
        edge.walkSeconds(),
        edge.walkSecondsBack(),
        edge.driveSeconds(),
        edge.driveSecondsBack(),
        edge.sourceRef());
  }

  /** Hands out a junction when it is needed for the first time. */
  private final class Numbering {
    private final Vertices vertices;
    private final Barriers barriers;
    private final NodeNumbers numbers;
    private final int first = nodes;

    Numbering(Vertices vertices, Junctions junctions, Barriers barriers) {
      this.vertices = vertices;
      this.barriers = barriers;
      this.numbers = new NodeNumbers(junctions.junctions());
    }

    int of(int vertex) {
      int number = numbers.of(vertex);
      return first + (number >= 0 ? number : handedOut(vertex));
    }

    private int handedOut(int vertex) {
      int number = numbers.give(vertex);
      nodes++;
      double lon = vertices.lon(vertex);
      double lat = vertices.lat(vertex);
      Barrier barrier = barriers.at(vertex);
      receiver.node(
          new NetworkNode(
              first + number,
              lon,
              lat,
              times.heightMetres(lon, lat),
              barrier == null ? null : barrier.type()));
      return number;
    }
  }

  private void settlements(NetworkMaterial material) {
    for (Settlement one : material.settlements()) {
      point(one.beside(), one.vertex(), one.sourceRef(), material.vertices());
    }
  }

  private void barriers(NetworkMaterial material, Junctions junctions) {
    for (StandingBarrier one : material.barriers()) {
      Beside beside =
          new Beside(NetworkFeature.Kind.BARRIER, one.barrier().type(), one.barrier().name());
      if (junctions.isUsed(one.vertex())) {
        point(beside, one.vertex(), one.sourceRef(), material.vertices());
      } else {
        tally.leftOut(Reason.BARRIER_OFF_WAYS, beside.shown(), one.sourceRef());
      }
    }
  }

  private void point(Beside beside, int vertex, String sourceRef, Vertices vertices) {
    double[] lonLat = {vertices.lon(vertex), vertices.lat(vertex)};
    if (options.clip().touches(lonLat)) {
      receiver.feature(
          new NetworkFeature(beside.kind(), beside.type(), beside.name(), lonLat, sourceRef));
      tally.took(beside.kind());
    } else {
      tally.leftOut(Reason.OUTSIDE, beside.shown(), sourceRef);
    }
  }
}
