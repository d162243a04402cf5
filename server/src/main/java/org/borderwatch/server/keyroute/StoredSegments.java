package org.borderwatch.server.keyroute;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.graph.EdgeBetweenness;
import org.borderwatch.server.graph.WeightedGraph;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.Weight;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.ResultWriter;

/**
 * Key segments of the stored network.
 *
 * @param filter which detections, where they are asked for
 * @param synthetic which kind of network; empty: the real one as soon as there is one
 * @param most how many segments to tell of at most
 */
record StoredSegments(
    SegmentSources sources,
    NetworkSource source,
    SegmentsQuestion question,
    Weight weight,
    DetectionFilter filter,
    Optional<Boolean> synthetic,
    int most)
    implements Analysis {
  @Override
  public long mostBytes() {
    RoadNetwork network = source.network(synthetic);
    return 64_000_000
        + 1_000L * most
        + EdgeBetweenness.bytes(
            network.nodes(), network.edges(), Runtime.getRuntime().availableProcessors());
  }

  @Override
  public ProcessResult run(Crew crew) {
    RoadNetwork network = source.network(synthetic);
    if (network.edges() == 0) {
      throw RouteRefusals.noNetwork("origins");
    }
    BitSet closed = ClosedEdges.ofNetwork(network, question.closedIds());
    crew.progress().report(0, "Tìm nơi đi và nơi đến / Finding origins and destinations");
    StoredTrips trips =
        new StoredTrips(
            sources,
            new NetworkNodes(network, weight, question.snapMetres()),
            question,
            filter,
            crew.progress());
    StoredTrips.Found asked = trips.find();
    WeightedGraph open = network.graph(weight);
    SegmentLoads found =
        SegmentLoads.of(
            open,
            closed.isEmpty() ? open : open.without(closed),
            asked.trips(),
            question,
            crew.watchedBy(crew.progress().part(0.05, 1)));
    crew.progress().report(0.95, "Ghi kết quả / Writing the result");
    boolean simulated = network.synthetic() || asked.synthetic();
    ResultWriter out = ResultWriter.featureCollection();
    int carrying = 0;
    for (int edge : found.order()) {
      if (found.loads().load()[edge] > 0 && carrying++ < most) {
        SegmentWriter.write(out, network, edge, found);
      }
    }
    out.closeList().open("summary");
    found.summary(out, question, weight != Weight.METRES);
    out.text("weight", weight.code())
        .text("demand", asked.unit())
        .text("unit", asked.unit())
        .whole("origins", asked.origins())
        .whole("destinations", asked.destinations())
        .whole("unsnapped", asked.unsnappedOrigins() + asked.unsnappedDestinations())
        .whole("unsnapped_origins", asked.unsnappedOrigins())
        .whole("unsnapped_destinations", asked.unsnappedDestinations())
        .whole("unknown_origin", asked.unknownOrigin())
        .whole("nodes", network.nodes())
        .whole("edges", network.edges())
        .whole("closed", closed.cardinality())
        .whole("carrying", carrying)
        .whole("left_out", Math.max(0, carrying - most))
        .nothing("period")
        .text("network", network.version())
        .truth("synthetic", simulated)
        .text("data_version", asked.version(network.version()))
        .close();
    return new ProcessResult(
        asked.version(network.version()),
        simulated,
        List.of(new ProcessResult.Form("application/geo+json", out.finish())));
  }
}
