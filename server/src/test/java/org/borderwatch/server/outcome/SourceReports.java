package org.borderwatch.server.outcome;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.borderwatch.server.report.ReportPeriod;

/**
 * The figures of the two public reports that the program was made for: the border guard's of 2023
 * and the first half of 2024, and Lạng Sơn's of the first half of 2017. Where the second says "giải
 * cứu 01 vụ (05/06 vụ)", a slip for "giảm", five cases after six are meant.
 */
public final class SourceReports {
  private SourceReports() {}

  /** One figure. */
  public record Figure(
      String unit, ReportPeriod period, String indicator, long value, boolean atLeast) {}

  public static List<Figure> figures() {
    try (InputStream in = SourceReports.class.getResourceAsStream("source-reports.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(
              field ->
                  new Figure(
                      field[0],
                      ReportPeriod.parse(field[1]).orElseThrow(),
                      field[2],
                      Long.parseLong(field[3]),
                      field[4].equals("true")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body that stores all figures of a unit and period. */
  static String form(String unit, String period) {
    StringBuilder counts = new StringBuilder();
    for (Figure one : figures()) {
      if (one.unit().equals(unit) && one.period().name().equals(period)) {
        counts
            .append(counts.length() == 0 ? "" : ",")
            .append(
                "{\"indicator\":\"%s\",\"value\":%d,\"at_least\":%b}"
                    .formatted(one.indicator(), one.value(), one.atLeast()));
      }
    }
    return "{\"unit\":\"%s\",\"period\":\"%s\",\"counts\":[%s]}".formatted(unit, period, counts);
  }
}
