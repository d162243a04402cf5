package org.borderwatch.server.hotspot;

import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.hotspot.local.Neighbours;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.InlineFeatures;
import org.borderwatch.server.study.InlinePlane;
import org.borderwatch.server.study.ResultWriter;

/**
 * Hotspots of features that came with the request: their values, or values over exposures.
 *
 * @param exposure of each feature; empty: values stand for themselves
 */
record InlineHotspots(
    InlineFeatures features,
    InlinePlane plane,
    double[] values,
    double[] exposure,
    double bandMetres,
    GiOptions options,
    double leastExposure)
    implements Analysis {
  @Override
  public long mostBytes() {
    return 16_000_000 + 3_000L * features.size() + InlineLimits.bytesOfPairs(features.size());
  }

  @Override
  public ProcessResult run(Crew crew) {
    boolean rates = exposure.length > 0;
    double[] scored = rates ? options.smoothing().rates(values, exposure) : values;
    Neighbours neighbours = InlineLimits.neighbours(plane, bandMetres, crew);
    crew.progress().report(0.3, "Tính Gi* / Computing Gi*");
    GiMap map = GiMap.of(scored, neighbours, options.permutations(), options.seed(), crew);
    ResultWriter out = ResultWriter.featureCollection();
    int hardly = 0;
    int unwatched = 0;
    for (int i = 0; i < features.size(); i++) {
      features.open(out, i);
      out.open("properties").number("value", scored[i]);
      if (rates) {
        Patrolled patrolled = Patrolled.of(exposure[i], leastExposure);
        hardly += patrolled == Patrolled.HARDLY ? 1 : 0;
        unwatched += patrolled == Patrolled.NO ? 1 : 0;
        out.number("exposure", exposure[i]).text("patrolled", patrolled.code());
      } else {
        out.nothing("exposure").nothing("patrolled");
      }
      GiWriter.place(out, map, i);
      out.closeFeature();
    }
    out.closeList().open("summary");
    GiWriter.summary(out, map, options);
    out.text("unit", rates ? "value per unit of exposure" : "value")
        .text("method", GiMethod.of(options.smoothing(), rates))
        .number("band_metres", bandMetres)
        .text("distance", plane.distance())
        .text("smoothing", rates ? options.smoothing().code() : Smoothing.NONE.code())
        .number("min_exposure_hours", leastExposure)
        .whole("hardly", hardly)
        .whole("not_patrolled", unwatched)
        .nothing("period")
        .truth("synthetic", false)
        .text("data_version", "")
        .close();
    return HotspotsProcess.result("", false, out.finish());
  }
}
