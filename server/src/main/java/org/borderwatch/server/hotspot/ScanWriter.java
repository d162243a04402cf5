package org.borderwatch.server.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.borderwatch.server.hotspot.scan.ScanCluster;
import org.borderwatch.server.hotspot.scan.ScanResult;
import org.borderwatch.server.hotspot.scan.ScanStatistic;
import org.borderwatch.server.study.ResultWriter;
import org.jspecify.annotations.Nullable;

/** Writes the clusters of a scan, and how it was done. */
final class ScanWriter {
  private ScanWriter() {}

  /** Writes a cluster's properties; its feature is closed. */
  static void cluster(
      ResultWriter out,
      ScanCluster cluster,
      int rank,
      @Nullable String from,
      @Nullable String to,
      IntFunction<String> name) {
    List<String> members = new ArrayList<>();
    for (int member : cluster.members()) {
      members.add(name.apply(member));
    }
    out.open("properties")
        .whole("rank", rank)
        .number("llr", cluster.llr())
        .number("p", cluster.p())
        .whole("observed", cluster.observed())
        .number("expected", cluster.expected())
        .number("relative_risk", cluster.relativeRisk())
        .number("radius_m", cluster.radiusMetres())
        .text("from", from)
        .text("to", to)
        .texts("members", members)
        .closeFeature();
  }

  static void summary(
      ResultWriter out,
      ScanResult result,
      ScanStatistic statistic,
      ScanOptions options,
      int places,
      long cases) {
    out.whole("clusters", result.clusters().size())
        .whole("replicates", result.replicates())
        .whole("seed", result.seed())
        .text("statistic", statistic.code())
        .text(
            "method",
            statistic == ScanStatistic.POISSON
                ? "Kulldorff's space-time scan, Poisson (1997), Monte Carlo p"
                : "Kulldorff's space-time permutation scan (2005), Monte Carlo p")
        .whole("n", places)
        .whole("cases", cases)
        .number("max_population_share", options.maxShare());
  }
}
