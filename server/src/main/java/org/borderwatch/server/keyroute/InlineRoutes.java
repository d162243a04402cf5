package org.borderwatch.server.keyroute;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.graph.Way;
import org.borderwatch.server.graph.WayEnd;
import org.borderwatch.server.graph.WayFinder;
import org.borderwatch.server.keyroute.RouteQuestion.Place;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.InlineLines;
import org.borderwatch.server.study.ResultWriter;

/**
 * Alternative routes along lines that come with the request: from the end of a line that is nearest
 * to one place to that nearest to the other.
 *
 * @param weight what a line costs, for the summary
 */
record InlineRoutes(
    InlineLines lines, String weight, RouteQuestion question, List<String> closedIds)
    implements Analysis {
  @Override
  public long mostBytes() {
    // Each way that is found leaves a bound behind for each of its nodes.
    return 64_000_000 + 2_000L * lines.size() + 80L * question.most() * lines.nodes();
  }

  @Override
  public ProcessResult run(Crew crew) {
    BitSet closed = closed();
    ResultWriter out = ResultWriter.featureCollection();
    if (lines.size() == 0) {
      throw RouteRefusals.nothingNear("from", question.maxSnapMetres());
    }
    int from = node("from", question.from());
    int to = node("to", question.to());
    FoundWays found =
        FoundWays.find(
            new WayFinder(lines.graph()),
            new WayEnd.AtNode(from),
            new WayEnd.AtNode(to),
            closed,
            question,
            line -> lines.costs()[line],
            crew.progress());
    for (int i = 0; i < found.ways().size(); i++) {
      Way way = found.ways().get(i);
      out.openFeature()
          .lineAsItStands(vertices(way, from))
          .open("properties")
          .whole("rank", i + 1)
          .number("cost", way.cost())
          .number("overlap", found.overlaps()[i])
          .texts("edges", labels(way))
          .closeFeature();
    }
    out.closeList().open("summary");
    found.summary(out, question);
    out.text("weight", weight)
        .text("overlap_of", "cost")
        .text("distance", lines.distance())
        .number("from_snapped_m", metresTo(from, question.from()))
        .number("to_snapped_m", metresTo(to, question.to()))
        .whole("nodes", lines.nodes())
        .whole("edges", lines.size())
        .truth("directed", lines.directed())
        .whole("closed", closed.cardinality())
        .truth("synthetic", false)
        .text("data_version", "")
        .close();
    return new ProcessResult(
        "", false, List.of(new ProcessResult.Form("application/geo+json", out.finish())));
  }

  private BitSet closed() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; !closedIds.isEmpty() && i < lines.size(); i++) {
      numbers.putIfAbsent(lines.label(i), i);
    }
    return ClosedEdges.numbers(
        closedIds,
        id -> numbers.containsKey(id) ? OptionalInt.of(numbers.get(id)) : OptionalInt.empty());
  }

  private int node(String input, Place place) {
    int node = lines.nodeAt(place.x(), place.y());
    if (!(metresTo(node, place) <= question.maxSnapMetres())) {
      throw RouteRefusals.nothingNear(input, question.maxSnapMetres());
    }
    return node;
  }

  private double metresTo(int node, Place place) {
    return lines.metresTo(node, place.x(), place.y());
  }

  private List<String> labels(Way way) {
    List<String> labels = new ArrayList<>();
    for (int line : way.edges()) {
      labels.add(lines.label(line));
    }
    return labels;
  }

  /** As the lines came, one after the other; of a way that leads nowhere the place, twice. */
  private double[] vertices(Way way, int from) {
    List<Double> xy = new ArrayList<>(List.of(lines.nodeX(from), lines.nodeY(from)));
    for (int i = 0; i < way.size(); i++) {
      int line = way.edges()[i];
      int size = lines.vertexCount(line);
      for (int v = 1; v < size; v++) {
        int vertex = way.forward()[i] ? v : size - 1 - v;
        xy.add(lines.vertexX(line, vertex));
        xy.add(lines.vertexY(line, vertex));
      }
    }
    if (way.size() == 0) {
      xy.addAll(List.copyOf(xy));
    }
    return xy.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
