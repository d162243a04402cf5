package org.borderwatch.server.hotspot;

import java.util.List;
import org.borderwatch.server.hotspot.backtest.Backtest;
import org.borderwatch.server.hotspot.backtest.Backtest.Reached;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.ResultWriter;
import org.jspecify.annotations.Nullable;

/** Writes what a map and a naive count reach at each share. */
final class BacktestWriter {
  private static final double METRES_PER_KM = 1000;

  private BacktestWriter() {}

  /** The list of shares. */
  static void shares(ResultWriter out, Backtest map, @Nullable Backtest naive, double[] shares) {
    out.openList("shares");
    for (double share : shares) {
      Reached reached = map.at(share);
      out.open()
          .number("share", share)
          .number("length_km", reached.length() / METRES_PER_KM)
          .number("hits", reached.hits());
      indices(out, reached);
      out.number("hit_rate_low", reached.low()).number("hit_rate_high", reached.high());
      if (naive == null) {
        out.nothing("naive");
      } else {
        out.open("naive");
        indices(out, naive.at(share));
        out.close();
      }
      out.close();
    }
    out.closeList();
  }

  private static void indices(ResultWriter out, Reached reached) {
    out.number("pai", reached.pai())
        .number("pei", reached.pei())
        .number("hit_rate", reached.hitRate());
  }

  /** What every summary says. */
  static void summary(ResultWriter out, Backtest map) {
    out.whole("n", map.scores().length)
        .number("events", map.total())
        .number("length_km", map.length() / METRES_PER_KM)
        .text("ties", "equal scores in the order of the sections; no score last")
        .text("partial", "the last section counts in part, as do its events")
        .text("interval", "Wilson 95 %, as if events were independent");
  }

  static ProcessResult result(String version, boolean synthetic, ResultWriter out) {
    return new ProcessResult(
        version, synthetic, List.of(new ProcessResult.Form("application/json", out.finish())));
  }
}
