package org.borderwatch.server.keyroute;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.graph.EdgeBetweenness;
import org.borderwatch.server.graph.Trips;
import org.borderwatch.server.graph.WeightedGraph;
import org.borderwatch.server.keyroute.DemandAsked.Listed;
import org.borderwatch.server.keyroute.DemandAsked.Product;
import org.borderwatch.server.keyroute.EndsAsked.Points;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.InlineLines;
import org.borderwatch.server.study.ResultWriter;

/**
 * Key segments of lines that come with the request.
 *
 * @param weight what a line costs, for the summary
 */
record InlineSegments(InlineLines lines, String weight, SegmentsQuestion question)
    implements Analysis {
  @Override
  public long mostBytes() {
    return 32_000_000
        + 1_000L * lines.size()
        + EdgeBetweenness.bytes(
            lines.nodes(), lines.size(), Runtime.getRuntime().availableProcessors());
  }

  @Override
  public ProcessResult run(Crew crew) {
    BitSet closed = closed();
    TripEnds origins = ends("origins", question.origins());
    TripEnds destinations = ends("destinations", question.destinations());
    Trips trips =
        question.demand() instanceof Listed listed
            ? TripsAsked.listed(lines.nodes(), listed.trips(), origins, destinations)
            : TripsAsked.product(lines.nodes(), origins, destinations);
    WeightedGraph open = lines.graph();
    SegmentLoads found =
        SegmentLoads.of(open, closed.isEmpty() ? open : lines.graph(closed), trips, question, crew);
    crew.progress().report(0.95, "Ghi kết quả / Writing the result");
    ResultWriter out = ResultWriter.featureCollection();
    for (int i = 0; i < lines.size(); i++) {
      lines.open(out, i);
      out.open("properties");
      found.write(out, i);
      out.closeFeature();
    }
    out.closeList().open("summary");
    found.summary(out, question, false);
    out.text("weight", weight)
        .text("demand", unit())
        .text("unit", unit())
        .whole("origins", origins.size())
        .whole("destinations", destinations.size())
        .whole("unsnapped", origins.unsnapped() + destinations.unsnapped())
        .whole("unsnapped_origins", origins.unsnapped())
        .whole("unsnapped_destinations", destinations.unsnapped())
        .whole("nodes", lines.nodes())
        .whole("edges", lines.size())
        .truth("directed", lines.directed())
        .whole("closed", closed.cardinality())
        .whole("left_out", 0)
        .text("distance", lines.distance())
        .nothing("period")
        .text("network", "")
        .truth("synthetic", false)
        .text("data_version", "")
        .close();
    return new ProcessResult(
        "", false, List.of(new ProcessResult.Form("application/geo+json", out.finish())));
  }

  private String unit() {
    return question.demand() instanceof Product product ? product.unit() : "demand";
  }

  private TripEnds ends(String input, EndsAsked asked) {
    if (!(asked instanceof Points points)) {
      return TripEnds.everywhere(lines.nodes());
    }
    TripEnds ends = TripEnds.of(points, this::node);
    TripsAsked.requireSome(input, ends, question.snapMetres());
    return ends;
  }

  private int node(double x, double y) {
    int node = lines.nodes() == 0 ? TripEnds.NOWHERE : lines.nodeAt(x, y);
    return node != TripEnds.NOWHERE && lines.metresTo(node, x, y) <= question.snapMetres()
        ? node
        : TripEnds.NOWHERE;
  }

  private BitSet closed() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; !question.closedIds().isEmpty() && i < lines.size(); i++) {
      numbers.putIfAbsent(lines.label(i), i);
    }
    return ClosedEdges.numbers(
        question.closedIds(),
        id -> numbers.containsKey(id) ? OptionalInt.of(numbers.get(id)) : OptionalInt.empty());
  }
}
