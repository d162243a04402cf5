package org.borderwatch.data.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A network as it was handed out, all of it kept, with its report. */
final class ReadNetwork implements NetworkReceiver {
  final List<NetworkNode> nodes = new ArrayList<>();
  final List<NetworkEdge> edges = new ArrayList<>();
  final List<NetworkFeature> features = new ArrayList<>();
  NetworkReport report =
      new NetworkReport(
          new NetworkReport.Found(0, 0, 0),
          0,
          0,
          0,
          0,
          java.util.Map.of(),
          java.util.Map.of(),
          List.of());

  static ReadNetwork of(NetworkOptions options, Path... files) throws IOException {
    ReadNetwork network = new ReadNetwork();
    network.report = NetworkFile.read(List.of(files), options, network);
    return network;
  }

  @Override
  public void node(NetworkNode node) {
    if (node.number() != nodes.size()) {
      throw new IllegalStateException("node " + node.number() + " after " + nodes.size());
    }
    nodes.add(node);
  }

  @Override
  public void edge(NetworkEdge edge) {
    if (edge.from() >= nodes.size() || edge.to() >= nodes.size()) {
      throw new IllegalStateException("an edge before its nodes");
    }
    edges.add(edge);
  }

  @Override
  public void feature(NetworkFeature feature) {
    features.add(feature);
  }

  /** Source, ends and line of each edge, and who may go there: {@code w} walk, {@code d} drive. */
  List<String> shownEdges() {
    return edges.stream().map(ReadNetwork::shown).toList();
  }

  static String shown(NetworkEdge edge) {
    StringBuilder text = new StringBuilder(edge.sourceRef());
    text.append(' ').append(edge.wayClass().code()).append(' ');
    text.append(edge.from()).append('>').append(edge.to()).append(' ').append(passage(edge));
    for (double ordinate : edge.lonLat()) {
      text.append(' ').append(Math.round(ordinate * 1e7));
    }
    return text.toString();
  }

  /** {@code wWdD}: on foot, back, by vehicle, back; {@code -} where closed. */
  static String passage(NetworkEdge edge) {
    return sign(edge.walkSeconds(), "w")
        + sign(edge.walkSecondsBack(), "W")
        + sign(edge.driveSeconds(), "d")
        + sign(edge.driveSecondsBack(), "D");
  }

  private static String sign(double seconds, String open) {
    return Double.isFinite(seconds) ? open : "-";
  }

  /** What was left out: reason, what it was and how many. */
  List<String> leftOut() {
    return report.leftOut().stream()
        .map(one -> one.why().code() + " " + one.what() + " " + one.count())
        .toList();
  }
}
