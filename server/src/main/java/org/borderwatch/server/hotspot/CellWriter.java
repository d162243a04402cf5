package org.borderwatch.server.hotspot;

import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.effort.EffortCounts;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.study.CellCounts;
import org.borderwatch.server.study.ResultWriter;
import org.borderwatch.server.study.Study;

/**
 * Writes the cells of a study as features: where they are, what was seen there by whatever source,
 * and where somebody looked.
 */
final class CellWriter {
  private static final double HOURS = 1e4;

  private final Study study;
  private final ResultWriter out;
  private final double[] detections;
  private final double[] persons;
  private final double[] patrolHours;
  private final double[] patrolKm;
  private final double[] sensorHours;
  private final int steps;

  CellWriter(Study study, ResultWriter out) {
    this.study = study;
    this.out = out;
    this.steps = study.steps();
    CellCounts counts = study.counts();
    EffortCounts effort = study.effort();
    this.detections = counts.byCells(Weight.DETECTIONS, StudyValues.ALL);
    this.persons = counts.byCells(Weight.PERSONS, StudyValues.ALL);
    this.patrolHours = CellCounts.overSteps(effort.patrolHours(), steps);
    this.patrolKm = CellCounts.overSteps(effort.patrolKm(), steps);
    this.sensorHours = CellCounts.overSteps(effort.sensorHours(), steps);
  }

  /** Opens the feature of a cell, and writes what is known of it whatever is analysed. */
  void open(int cell) {
    BorderPosition position = study.positions().get(cell);
    out.openFeature()
        .text("id", study.area().grid().id(study.area().key(cell)))
        .polygon(study.area().ringDegrees(cell))
        .open("properties")
        .whole("detections", Math.round(detections[cell]))
        .whole("persons", Math.round(persons[cell]))
        .text("border_with", position.with().code())
        .number("border_km", Math.rint(position.km() * 1000) / 1000);
    if (study.hasEffort()) {
      out.number("patrol_hours", rounded(patrolHours[cell]))
          .number("patrol_km", rounded(patrolKm[cell]))
          .number("sensor_hours", rounded(sensorHours[cell]));
    }
  }

  /** Writes counts and hours of a cell by the steps of another study of the same cells. */
  static void series(
      ResultWriter out,
      double[] detections,
      double[] persons,
      double[] hours,
      int cell,
      int steps) {
    int from = cell * steps;
    int until = from + steps;
    out.open("series")
        .wholes("detections", detections, from, until)
        .wholes("persons", persons, from, until);
    double[] written = new double[steps];
    for (int step = 0; step < steps; step++) {
      written[step] = rounded(hours[from + step]);
    }
    out.numbers("patrol_hours", written, 0, steps).close();
  }

  /** To a ten-thousandth: a third of a second, or a decimetre. */
  static double rounded(double number) {
    return Math.rint(number * HOURS) / HOURS;
  }

  /** How many events of each source there are in all. */
  static void sources(ResultWriter out, Study study) {
    out.open("sources");
    for (Source source : Source.values()) {
      out.whole(
          source.code(),
          Math.round(study.counts().total(Weight.DETECTIONS, java.util.EnumSet.of(source))));
    }
    out.close();
  }

  /** Turns corners in the plane of a zone, x and y in turn, into degrees. */
  static void toDegrees(UtmZone zone, double[] corners) {
    for (int i = 0; i < corners.length; i += 2) {
      UtmZone.Degrees at = zone.degrees(corners[i], corners[i + 1]);
      corners[i] = at.lon();
      corners[i + 1] = at.lat();
    }
  }
}
