package org.borderwatch.server.hotspot;

import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.study.ResultWriter;
import org.borderwatch.server.study.Study;
import org.borderwatch.server.study.StudyQuestion;

/** Writes what every summary of an analysis of the store says. */
final class StudySummary {
  private StudySummary() {}

  /** Cells, period, kind and version of the data. */
  static void write(ResultWriter out, Study study, StudyQuestion question) {
    write(out, study, question, study.area().zone().epsg());
  }

  /** The same where distances are measured otherwise than in the plane. */
  static void write(ResultWriter out, Study study, StudyQuestion question, String distance) {
    out.text("cell", question.grid().shape().code())
        .number("cell_metres", question.grid().cellMetres())
        .number("depth_metres", question.depthMetres())
        .whole("cells", study.area().size())
        .open("period")
        .text("from", study.period().firstDay().toString())
        .text("to", study.period().lastDay().toString())
        .close()
        .text("distance", distance)
        .truth("synthetic", study.synthetic())
        .text("data_version", study.version());
  }

  /** What numbers count. */
  static String unit(Weight weight, ExposureKind kind) {
    return kind == ExposureKind.NONE
        ? weight.code()
        : weight.code() + " per " + (int) StudyValues.PER_HOURS + " patrol hours";
  }

  /** What was left out of rates, and how sensors were made comparable with patrols. */
  static void effort(ResultWriter out, Study study, StudyValues values, ExposureKind kind) {
    out.truth("has_effort", study.hasEffort());
    out.open("left_out")
        .whole("report", values.leftOutReports())
        .whole("handover", values.leftOutHandovers())
        .whole("unwatched", values.leftOutUnwatched())
        .close();
    if (kind == ExposureKind.EFFORT) {
      out.open("standardisation")
          .number("patrol_rate", values.exposure().patrolRate())
          .number("sensor_rate", values.exposure().sensorRate())
          .number("sensor_hour_in_patrol_hours", values.exposure().factor())
          .whole("places_both_looked_at", values.exposure().bothLooked())
          .close();
    }
    CellWriter.sources(out, study);
  }
}
