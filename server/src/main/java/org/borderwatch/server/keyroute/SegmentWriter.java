package org.borderwatch.server.keyroute;

import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.study.ResultWriter;

/** Writes a segment of the stored network with what it carries. */
final class SegmentWriter {
  private SegmentWriter() {}

  static void write(ResultWriter out, RoadNetwork network, int edge, SegmentLoads loads) {
    double[] lonLat = new double[2 * network.vertices(edge)];
    for (int i = 0; i < lonLat.length / 2; i++) {
      lonLat[2 * i] = network.vertexLon(edge, i);
      lonLat[2 * i + 1] = network.vertexLat(edge, i);
    }
    out.openFeature().text("id", Long.toString(network.id(edge))).line(lonLat).open("properties");
    loads.write(out, edge);
    out.text("class", network.wayClass(edge).code())
        .text("name", network.name(edge).orElse(null))
        .text("ref", network.ref(edge).orElse(null))
        .number("length_m", Math.rint(network.lengthMetres(edge) * 10) / 10)
        .truth("synthetic", network.synthetic())
        .closeFeature();
  }
}
