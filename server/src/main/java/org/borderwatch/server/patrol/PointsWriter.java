package org.borderwatch.server.patrol;

import java.util.List;
import org.borderwatch.server.patrol.cover.CoverageSolution;
import org.borderwatch.server.study.ResultWriter;

/** Writes the curve of what is covered by one team, two, and so on. */
final class PointsWriter {
  private PointsWriter() {}

  /** The points from one team on, as {@code curve}. */
  static void curve(ResultWriter out, List<CoverageSolution> points) {
    out.openList("curve");
    for (int i = 0; i < points.size(); i++) {
      CoverageSolution point = points.get(i);
      out.open()
          .whole("teams", i + 1)
          .number("value", point.value())
          .number("bound", point.bound())
          .text("status", point.status().code())
          .close();
    }
    out.closeList();
  }
}
