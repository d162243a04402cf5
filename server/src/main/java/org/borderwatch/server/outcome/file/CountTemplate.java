package org.borderwatch.server.outcome.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.outcome.Indicator;
import org.borderwatch.server.outcome.StoredOutcome;
import org.borderwatch.server.report.ReportPeriod;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook to fill in: a row for each indicator, with what is counted already. */
final class CountTemplate {
  private CountTemplate() {}

  static byte[] of(
      String unit, ReportPeriod period, List<Indicator> indicators, List<StoredOutcome> known)
      throws IOException {
    Map<String, StoredOutcome> held = new HashMap<>();
    for (StoredOutcome one : known) {
      boolean whole =
          one.cell().from().equals(period.from())
              && one.cell().until().equals(period.until())
              && one.cell().partner().isEmpty();
      if (whole) {
        held.put(one.cell().indicator(), one);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Borderwatch", null)) {
      Worksheet sheet = book.newWorksheet("Số liệu");
      for (CountField field : CountField.values()) {
        sheet.value(0, field.ordinal(), field.code());
        sheet.style(0, field.ordinal()).bold().fillColor("E3EFE9").set();
        sheet.width(field.ordinal(), 14);
      }
      sheet.width(CountField.INDICATOR.ordinal(), 26);
      sheet.width(CountField.NAME.ordinal(), 70);
      sheet.freezePane(0, 1);
      int row = 1;
      for (Indicator indicator : indicators) {
        if (indicator.retired()) {
          continue;
        }
        sheet.value(row, CountField.UNIT.ordinal(), unit);
        sheet.value(row, CountField.PERIOD.ordinal(), period.name());
        sheet.value(row, CountField.INDICATOR.ordinal(), indicator.code());
        sheet.value(row, CountField.NAME.ordinal(), indicator.nameVi());
        sheet.value(row, CountField.COUNTED_IN.ordinal(), indicator.unitVi());
        StoredOutcome count = held.get(indicator.code());
        if (count != null) {
          fill(sheet, row, count);
        }
        row++;
      }
    }
    return out.toByteArray();
  }

  private static void fill(Worksheet sheet, int row, StoredOutcome stored) {
    stored
        .count()
        .ifPresent(
            count -> {
              sheet.value(row, CountField.VALUE.ordinal(), count.tally().value());
              if (count.tally().atLeast()) {
                sheet.value(row, CountField.AT_LEAST.ordinal(), "x");
              }
              if (count.provisional()) {
                sheet.value(row, CountField.PROVISIONAL.ordinal(), "x");
              }
            });
  }
}
