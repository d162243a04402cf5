package org.borderwatch.server.keyroute;

import java.util.Optional;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.graph.Detours;
import org.borderwatch.server.graph.EdgeBetweenness;
import org.borderwatch.server.graph.EdgeLoads;
import org.borderwatch.server.graph.Trips;
import org.borderwatch.server.graph.WeightedGraph;
import org.borderwatch.server.study.ResultWriter;

/**
 * The loads that were asked for, and how each edge stands among them.
 *
 * @param loads of each edge
 * @param rank of each edge: 1 has the largest load; those with the same have the same
 * @param order of the edges: larger loads first
 * @param closure what the closed edges cost those who travel; empty when none is closed
 */
record SegmentLoads(EdgeLoads loads, int[] rank, int[] order, Optional<Detours> closure) {
  /** Nodes to be settled beyond which sources are sampled: one or two minutes of two cores. */
  static final long MOST_EXACT = 4_000_000_000L;

  private static final int LEAST_SAMPLE = 200;

  /** Loads that differ by less than this share are the same. */
  private static final double SAME = 1e-9;

  /** How much later still counts as arriving. */
  private static final double LATER_SECONDS = 3600;

  /**
   * Computes them.
   *
   * @param open without what is closed
   * @param closed the same graph, or the one that is left
   */
  static SegmentLoads of(
      WeightedGraph open, WeightedGraph closed, Trips trips, SegmentsQuestion question, Crew crew) {
    int sources = sources(open, trips, question);
    boolean isClosed = open != closed;
    EdgeBetweenness left = new EdgeBetweenness(closed);
    Crew first = crew.watchedBy(crew.progress().part(0, isClosed ? 0.4 : 0.95));
    EdgeLoads loads =
        sources < trips.sources()
            ? left.sampled(trips, sources, question.seed(), first)
            : left.exact(trips, first);
    Optional<Detours> detours = Optional.empty();
    if (isClosed) {
      Crew second = crew.watchedBy(crew.progress().part(0.4, 0.95));
      detours =
          Optional.of(
              new EdgeBetweenness(open)
                  .detours(left, trips, sources, question.seed(), LATER_SECONDS, second));
    }
    int[] order = LoadOrder.of(loads.load());
    return new SegmentLoads(loads, LoadOrder.ranks(loads.load(), order, SAME), order, detours);
  }

  private static int sources(WeightedGraph graph, Trips trips, SegmentsQuestion question) {
    if (question.sources().isPresent()) {
      return question.sources().getAsInt();
    }
    boolean large = (long) trips.sources() * graph.nodes() > MOST_EXACT;
    return question.origins() instanceof EndsAsked.Everywhere && large
        ? (int) Math.max(LEAST_SAMPLE, MOST_EXACT / 10 / graph.nodes())
        : trips.sources();
  }

  double share(int edge) {
    double all = loads.trips().demand();
    return all > 0 ? loads.load()[edge] / all : 0;
  }

  /** Writes what an edge carries. */
  void write(ResultWriter out, int edge) {
    out.number("load", loads.load()[edge]).number("share", share(edge)).whole("rank", rank[edge]);
    if (!loads.isExact()) {
      out.number("load_se", loads.standardError()[edge]);
    }
  }

  /** Writes what was asked, how it was answered and how good that is. */
  void summary(ResultWriter out, SegmentsQuestion question, boolean inSeconds) {
    out.whole("pairs", loads.trips().pairs())
        .whole("unreachable", loads.unreachable())
        .number("total_demand", loads.trips().demand())
        .number("reached_demand", loads.reachedDemand())
        .number("mean_cost", loads.meanCost())
        .text("method", loads.isExact() ? "exact" : "sampled")
        .whole("sources", loads.sources())
        .whole("of_sources", loads.ofSources());
    if (loads.isExact()) {
      out.number("error", 0);
    } else {
      double most = 0;
      for (double error : loads.standardError()) {
        most = Math.max(most, error);
      }
      out.number("error", most)
          .text("error_is", "largest standard error of a load")
          .number("error_bound", loads.bound())
          .number("error_bound_confidence", EdgeBetweenness.CONFIDENCE)
          .whole("seed", question.seed());
    }
    closure.ifPresent(
        detours -> {
          out.open("closure")
              .number("demand", detours.demand())
              .number("mean_extra_cost", detours.meanExtra());
          if (inSeconds) {
            out.number("share_within_60_minutes_more", detours.withinShare());
          } else {
            out.nothing("share_within_60_minutes_more");
          }
          out.number("lost_demand", detours.lostDemand())
              .whole("unreachable", detours.unreachable())
              .close();
        });
  }
}
