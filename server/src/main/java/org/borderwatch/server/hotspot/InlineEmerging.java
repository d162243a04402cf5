package org.borderwatch.server.hotspot;

import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.hotspot.local.Neighbours;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.InlineFeatures;
import org.borderwatch.server.study.InlinePlane;
import org.borderwatch.server.study.ResultWriter;

/** Emerging hotspots of features that came with the request, each with a list of values. */
record InlineEmerging(
    InlineFeatures features,
    InlinePlane plane,
    double[][] series,
    double bandMetres,
    EmergingOptions options)
    implements Analysis {
  @Override
  public long mostBytes() {
    long numbers = series.length == 0 ? 0 : (long) series.length * series[0].length;
    return 16_000_000
        + 3_000L * features.size()
        + 150 * numbers
        + InlineLimits.bytesOfPairs(features.size());
  }

  @Override
  public ProcessResult run(Crew crew) {
    int steps = series.length == 0 ? 0 : series[0].length;
    double[] values = new double[series.length * steps];
    for (int i = 0; i < series.length; i++) {
      System.arraycopy(series[i], 0, values, i * steps, steps);
    }
    Neighbours neighbours = InlineLimits.neighbours(plane, bandMetres, crew);
    EmergingMap map = EmergingMap.of(values, steps, neighbours, options, crew);
    ResultWriter out = ResultWriter.featureCollection();
    for (int i = 0; i < features.size(); i++) {
      features.open(out, i);
      out.open("properties");
      EmergingWriter.place(out, map, i, steps);
      out.whole("neighbours", neighbours.count(i)).closeFeature();
    }
    out.closeList().open("summary");
    EmergingWriter.summary(out, map, options);
    out.text("unit", "value")
        .whole("step_count", steps)
        .number("band_metres", bandMetres)
        .text("distance", plane.distance())
        .nothing("period")
        .truth("synthetic", false)
        .text("data_version", "")
        .close();
    return HotspotsProcess.result("", false, out.finish());
  }
}
