package org.borderwatch.server.keyroute;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.graph.Way;
import org.borderwatch.server.keyroute.RouteQuestion.Place;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.Weight;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.ResultWriter;

/** Alternative routes over the stored network. */
record StoredRoutes(
    NetworkSource source,
    RouteQuestion question,
    Weight weight,
    List<String> closedIds,
    Optional<Boolean> synthetic)
    implements Analysis {
  @Override
  public long mostBytes() {
    return 256_000_000;
  }

  @Override
  public ProcessResult run(Crew crew) {
    RoadNetwork network = source.network(synthetic);
    if (network.edges() == 0) {
      throw RouteRefusals.noNetwork("from");
    }
    BitSet closed = ClosedEdges.ofNetwork(network, closedIds);
    List<SnappedEnd> nearest =
        List.of(
            end(network, "from", question.from(), closed),
            end(network, "to", question.to(), closed));
    List<SnappedEnd> ends =
        SnappedEnd.joined(network, weight, nearest, places(), question.maxSnapMetres(), closed);
    SnappedEnd from = ends.get(0);
    SnappedEnd to = ends.get(1);
    crew.progress().report(0.2, "Tìm đường / Looking for ways");
    FoundWays found =
        FoundWays.find(
            network.finder(weight),
            from.end(),
            to.end(),
            closed,
            question,
            network::lengthMetres,
            crew.progress());
    ResultWriter out = ResultWriter.featureCollection();
    for (int i = 0; i < found.ways().size(); i++) {
      Way way = found.ways().get(i);
      WayDescription described = WayDescription.of(network, List.of(way), from);
      out.openFeature()
          .line(described.lonLat())
          .open("properties")
          .whole("rank", i + 1)
          .number("cost", way.cost())
          .number("overlap", found.overlaps()[i]);
      WayWriter.properties(out, network, described);
      out.closeFeature();
    }
    out.closeList().open("summary");
    found.summary(out, question);
    out.text("weight", weight.code())
        .text("overlap_of", "metres")
        .number("from_snapped_m", WayWriter.tenth(from.at().distanceMetres()))
        .number("to_snapped_m", WayWriter.tenth(to.at().distanceMetres()))
        .number("from_off_path_s", WayWriter.offPathSeconds(from.at().distanceMetres()))
        .number("to_off_path_s", WayWriter.offPathSeconds(to.at().distanceMetres()))
        .text("snapped_to", ends.equals(nearest) ? "nearest" : "nearest that are joined")
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

  private List<double[]> places() {
    return List.of(
        new double[] {question.from().x(), question.from().y()},
        new double[] {question.to().x(), question.to().y()});
  }

  private SnappedEnd end(RoadNetwork network, String input, Place place, BitSet closed) {
    return SnappedEnd.nearest(
            network, weight, place.x(), place.y(), question.maxSnapMetres(), closed)
        .orElseThrow(() -> RouteRefusals.nothingNear(input, question.maxSnapMetres()));
  }
}
