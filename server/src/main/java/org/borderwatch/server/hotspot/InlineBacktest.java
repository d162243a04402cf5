package org.borderwatch.server.hotspot;

import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.hotspot.backtest.Backtest;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.ResultWriter;

/**
 * Backtest of features that came with the request.
 *
 * @param naive score of each feature; empty: none
 */
record InlineBacktest(
    double[] lengths, double[] scores, double[] events, double[] naive, double[] shares)
    implements Analysis {
  @Override
  public long mostBytes() {
    return 8_000_000 + 2_000L * lengths.length;
  }

  @Override
  public ProcessResult run(Crew crew) {
    Backtest map = new Backtest(lengths, scores, events);
    ResultWriter out = new ResultWriter();
    BacktestWriter.shares(
        out, map, naive.length == 0 ? null : new Backtest(lengths, naive, events), shares);
    out.open("summary");
    BacktestWriter.summary(out, map);
    out.text("unit", "events")
        .text("method", "given scores")
        .nothing("period")
        .text("distance", "given lengths")
        .truth("synthetic", false)
        .text("data_version", "")
        .close();
    return BacktestWriter.result("", false, out);
  }
}
