package org.borderwatch.server.keyroute;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.keyroute.RouteQuestion.Place;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.Weight;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.ResultWriter;

/**
 * Reachability over the stored network.
 *
 * @param station whose place {@code from} is
 * @param minutes rising
 */
record ReachedWays(
    NetworkSource source,
    Place from,
    Optional<String> station,
    Weight weight,
    double[] minutes,
    List<String> closedIds,
    double maxSnapMetres,
    Optional<Boolean> synthetic)
    implements Analysis {
  /** More than a map shows. */
  private static final int MOST_PIECES = 200_000;

  @Override
  public long mostBytes() {
    return 64_000_000 + 1_500L * MOST_PIECES;
  }

  @Override
  public ProcessResult run(Crew crew) {
    RoadNetwork network = source.network(synthetic);
    if (network.edges() == 0) {
      throw RouteRefusals.noNetwork("from");
    }
    BitSet closed = ClosedEdges.ofNetwork(network, closedIds);
    SnappedEnd start =
        SnappedEnd.nearest(network, weight, from.x(), from.y(), maxSnapMetres, closed)
            .orElseThrow(() -> RouteRefusals.nothingNear("from", maxSnapMetres));
    double[] limits = new double[minutes.length];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = 60 * minutes[i];
    }
    Reach reach = reach(network, start, closed, limits, crew);
    crew.progress().report(0.5, "Ghi kết quả / Writing the result");
    ResultWriter out = ResultWriter.featureCollection();
    for (Reach.Piece piece : reach.pieces()) {
      write(out, network, piece);
    }
    out.closeList().open("summary").openList("bands");
    for (int i = 0; i < minutes.length; i++) {
      out.open()
          .number("minutes", minutes[i])
          .number("km", reach.metres()[i] / 1000)
          .whole("nodes", reach.nodes()[i])
          .close();
    }
    out.closeList()
        .text("weight", weight.code())
        .text("method", "Dijkstra, edges cut at the limit; exact")
        .text("station", station.orElse(null))
        .number("from_snapped_m", WayWriter.tenth(start.at().distanceMetres()))
        .number("from_off_path_s", WayWriter.offPathSeconds(start.at().distanceMetres()))
        .whole("closed", closed.cardinality())
        .text("network", network.version())
        .truth("synthetic", network.synthetic())
        .text("data_version", network.version())
        .close();
    return new ProcessResult(
        network.version(),
        network.synthetic(),
        List.of(new ProcessResult.Form("application/geo+json", out.finish())));
  }

  private Reach reach(
      RoadNetwork network, SnappedEnd start, BitSet closed, double[] limits, Crew crew) {
    try {
      return Reach.of(network, weight, start.end(), closed, limits, MOST_PIECES, crew.progress());
    } catch (Reach.TooManyException tooMany) {
      throw Refusal.of(
          "minutes",
          "Có hơn %d đoạn đường đến được; hãy chọn ít phút hơn.".formatted(MOST_PIECES),
          "More than %d pieces of ways can be reached; take fewer minutes.".formatted(MOST_PIECES));
    }
  }

  private void write(ResultWriter out, RoadNetwork network, Reach.Piece piece) {
    int edge = piece.edge();
    out.openFeature()
        .line(EdgePiece.of(network, edge, piece.from(), piece.to()).lonLat())
        .open("properties")
        .number("minutes", minutes[piece.limit()])
        .number("seconds", WayWriter.tenth(piece.seconds()))
        .text("edge", Long.toString(network.id(edge)))
        .text("class", network.wayClass(edge).code())
        .text("name", network.name(edge).orElse(null))
        .text("ref", network.ref(edge).orElse(null))
        .number(
            "length_m", WayWriter.tenth((piece.to() - piece.from()) * network.lengthMetres(edge)))
        .truth("whole", piece.from() == 0 && piece.to() == 1)
        .truth("synthetic", network.synthetic())
        .closeFeature();
  }
}
