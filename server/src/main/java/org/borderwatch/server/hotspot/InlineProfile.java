package org.borderwatch.server.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.hotspot.profile.SectionTally;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.InlinePlane;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.ResultWriter;
import org.jspecify.annotations.Nullable;

/**
 * Border profile of events that came with the request: each counts at the kilometre nearest to it,
 * those nearest to another neighbour's line are counted apart. Nothing is known of effort.
 *
 * @param axis the step of each event
 * @param persons of each event; null: one each
 */
record InlineProfile(
    ReferenceLayers layers,
    InlinePlane plane,
    TimeAxis axis,
    int @Nullable [] persons,
    Neighbour with,
    double sectionMetres)
    implements Analysis {
  @Override
  public long mostBytes() {
    return 64_000_000 + 1_000L * plane.x().length;
  }

  @Override
  public ProcessResult run(Crew crew) {
    int size = plane.x().length;
    if (size > 0 && !plane.isOnEarth()) {
      throw Refusal.of(
          "crs",
          "Lý trình biên giới được tìm theo kinh độ, vĩ độ; hãy gửi features bằng OGC:CRS84.",
          "Kilometres of the border are found by degrees; give the features in OGC:CRS84.");
    }
    double lengthKm = layers.border().line(with).lengthKm();
    int sections = SectionTally.sections(lengthKm, sectionMetres);
    int steps = axis.steps();
    BorderProfileProcess.requireRoom(sections, steps);
    SectionTally seen = new SectionTally(with, sectionMetres, sections, numbered(steps));
    long elsewhere = 0;
    int first = sections;
    int end = 0;
    for (int i = 0; i < size; i++) {
      BorderPosition at = layers.locator().locate(plane.lon()[i], plane.lat()[i]);
      if (at.with() == with) {
        int people = persons == null ? 1 : persons[i];
        seen.event(
            plane.lon()[i],
            plane.lat()[i],
            axis.stepOf()[i],
            people,
            Source.REPORT,
            at.with(),
            at.km());
        int section = (int) Math.min(sections - 1, Math.floor(at.km() * 1000 / sectionMetres));
        first = Math.min(first, section);
        end = Math.max(end, section + 1);
      } else {
        elsewhere++;
      }
    }
    return new ProcessResult(
        "",
        false,
        List.of(
            new ProcessResult.Form(
                "application/json",
                document(seen, Math.min(first, end), end, lengthKm, elsewhere))));
  }

  /** Steps are told apart by their number instead of by seconds. */
  private static long[] numbered(int steps) {
    long[] bounds = new long[steps + 1];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = i;
    }
    return bounds;
  }

  private byte[] document(SectionTally seen, int first, int end, double lengthKm, long elsewhere) {
    ResultWriter out = new ResultWriter();
    List<String> periods = new ArrayList<>(axis.firsts());
    new ProfileWriter(out, first, end, sectionMetres, lengthKm, periods).seen(seen);
    return out.nothing("effort_hours")
        .text("border_with", with.code())
        .number("section_metres", sectionMetres)
        .truth("synthetic", false)
        .open("summary")
        .text("unit", "detections and persons by section and step")
        .text("method", "counts by the chainage nearest to each event")
        .nothing("period")
        .whole("n", end - first)
        .whole("elsewhere", elsewhere)
        .text("distance", "chainage, geodesic kilometres along the line")
        .truth("has_effort", false)
        .truth("synthetic", false)
        .text("data_version", "")
        .close()
        .finish();
  }
}
