package org.borderwatch.server.hotspot;

import java.util.List;
import org.borderwatch.server.effort.EffortCounts;
import org.borderwatch.server.hotspot.profile.SectionTally;
import org.borderwatch.server.study.ResultWriter;

/**
 * Writes sections of a line by steps of time: from the section {@code first} to before {@code end}.
 *
 * @param sectionMetres length of a section
 * @param lengthKm of the whole line, where the last section ends
 * @param periods how each step is called
 */
record ProfileWriter(
    ResultWriter out,
    int first,
    int end,
    double sectionMetres,
    double lengthKm,
    List<String> periods) {

  /** Opens the document: sections, periods, and what was seen. */
  void seen(SectionTally seen) {
    out.openList("sections");
    for (int section = first; section < end; section++) {
      out.open()
          .number("from_km", section * sectionMetres / 1000)
          .number("to_km", Math.min(lengthKm, (section + 1) * sectionMetres / 1000))
          .close();
    }
    out.closeList().texts("periods", periods);
    matrix("detections", seen.detections(), true);
    matrix("persons", seen.persons(), true);
  }

  /** Where somebody looked. */
  void looked(EffortCounts looked) {
    double[] hours = new double[looked.patrolHours().length];
    for (int i = 0; i < hours.length; i++) {
      hours[i] = looked.patrolHours()[i] + looked.sensorHours()[i];
    }
    matrix("effort_hours", rounded(hours), false);
    matrix("patrol_hours", rounded(looked.patrolHours()), false);
    matrix("sensor_hours", rounded(looked.sensorHours()), false);
  }

  private static double[] rounded(double[] numbers) {
    double[] rounded = new double[numbers.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = CellWriter.rounded(numbers[i]);
    }
    return rounded;
  }

  private void matrix(String name, double[] numbers, boolean whole) {
    int steps = periods.size();
    out.openList(name);
    for (int section = first; section < end; section++) {
      out.row(numbers, section * steps, (section + 1) * steps, whole);
    }
    out.closeList();
  }
}
