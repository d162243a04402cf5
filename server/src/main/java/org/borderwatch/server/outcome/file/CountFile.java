package org.borderwatch.server.outcome.file;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.borderwatch.server.outcome.Indicator;
import org.borderwatch.server.outcome.OutcomeCell;
import org.borderwatch.server.outcome.OutcomeCount;
import org.borderwatch.server.report.ReportPeriod;
import org.borderwatch.server.report.Tally;

/**
 * What a file wants counted, and which of its rows can't be understood.
 *
 * @param rows number of rows below the header
 * @param wanted each with the number of its row
 * @param refusals by row
 */
record CountFile(int rows, List<Wanted> wanted, List<CountRefusal> refusals) {
  private static final long MOST = 1_000_000_000;
  private static final int MOST_MONTHS = 24;
  private static final Pattern PLAIN = Pattern.compile("[0-9]{1,10}");

  /** Thousands with the dots, commas or spaces of either language. */
  private static final Pattern GROUPED =
      Pattern.compile("[0-9]{1,3}(([.,  ])[0-9]{3})(\\2[0-9]{3})*");

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Set<String> YES = Set.of("true", "1", "x", "có", "yes", "trên", "over");
  private static final Set<String> NO = Set.of("", "false", "0", "không", "no");

  CountFile {
    wanted = List.copyOf(wanted);
    refusals = List.copyOf(refusals);
  }

  /** A count that a row asks for. */
  record Wanted(long line, OutcomeCount count) {}

  /** Reads rows; {@code units} are codes that the asker may report for. */
  static CountFile of(CountTable table, List<Indicator> indicators, Set<String> units) {
    return new Reading(indicators, units).read(table);
  }

  private static final class Reading {
    private final Map<String, Indicator> indicators = new HashMap<>();
    private final Set<String> units;
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<CountRefusal> refusals = new ArrayList<>();
    private final Map<OutcomeCell, Long> seen = new LinkedHashMap<>();
    private Map<CountField, Integer> columns = new EnumMap<>(CountField.class);

    Reading(List<Indicator> indicators, Set<String> units) {
      indicators.forEach(one -> this.indicators.put(one.code(), one));
      this.units = units;
    }

    CountFile read(CountTable table) {
      List<CountTable.Line> lines = table.rows();
      int header = headerOf(lines);
      if (header < 0) {
        refusals.add(
            new CountRefusal(
                1,
                "",
                lines.isEmpty() ? "" : String.join(", ", lines.get(0).cells()),
                "has no header with unit, period, indicator and value",
                "begin the table with these columns, or fill in the template",
                "không có dòng đầu ghi unit, period, indicator, value",
                "đặt các cột này ở dòng đầu, hoặc dùng biểu mẫu tải về"));
        return new CountFile(0, wanted, refusals);
      }
      columns = columns(lines.get(header));
      for (CountTable.Line line : lines.subList(header + 1, lines.size())) {
        row(line);
      }
      return new CountFile(lines.size() - header - 1, wanted, refusals);
    }

    /** Titles may stand above the header. */
    private int headerOf(List<CountTable.Line> lines) {
      for (int i = 0; i < Math.min(lines.size(), 10); i++) {
        Set<CountField> found = columns(lines.get(i)).keySet();
        Set<CountField> required = new HashSet<>(List.of(CountField.values()));
        required.removeIf(field -> !field.isRequired());
        if (found.containsAll(required)) {
          return i;
        }
      }
      return -1;
    }

    private static Map<CountField, Integer> columns(CountTable.Line line) {
      Map<CountField, Integer> columns = new EnumMap<>(CountField.class);
      for (int i = 0; i < line.cells().size(); i++) {
        int column = i;
        CountField.of(line.cells().get(i)).ifPresent(field -> columns.putIfAbsent(field, column));
      }
      return columns;
    }

    private String cell(CountTable.Line line, CountField field) {
      Integer column = columns.get(field);
      return column == null
          ? ""
          : Normalizer.normalize(line.cell(column).strip(), Normalizer.Form.NFC);
    }

    private void row(CountTable.Line line) {
      if (cell(line, CountField.VALUE).isEmpty()) {
        // A row of the template that nobody filled in.
        return;
      }
      int before = refusals.size();
      String unit = cell(line, CountField.UNIT);
      if (!units.contains(unit)) {
        refuse(
            line,
            CountField.UNIT,
            "is no unit that this account reports for",
            "write the code of a unit, such as VN-09",
            "không phải đơn vị mà tài khoản này được nhập",
            "ghi mã đơn vị như VN-09");
      }
      Optional<ReportPeriod> period = ReportPeriod.parse(cell(line, CountField.PERIOD));
      if (period.isEmpty() || period.get().months() > MOST_MONTHS) {
        refuse(
            line,
            CountField.PERIOD,
            "is no period of 1 to 24 months",
            "write one such as 2024-H1, 2024-Q2, 2024-06 or 2023-01/2024-06",
            "không phải kỳ từ 1 đến 24 tháng",
            "ghi như 2024-H1, 2024-Q2, 2024-06 hoặc 2023-01/2024-06");
      }
      Indicator indicator = indicators.get(cell(line, CountField.INDICATOR));
      if (indicator == null || indicator.retired()) {
        refuse(
            line,
            CountField.INDICATOR,
            "is no indicator in use",
            "take a code of the list of indicators",
            "không phải chỉ tiêu đang dùng",
            "lấy mã trong danh mục chỉ tiêu");
      }
      Optional<Long> value = number(cell(line, CountField.VALUE));
      if (value.isEmpty()) {
        refuse(
            line,
            CountField.VALUE,
            "is not a whole number from 0 to 1,000,000,000",
            "write the count in digits",
            "phải là số nguyên từ 0 đến 1.000.000.000",
            "ghi số đếm bằng chữ số");
      }
      boolean atLeast = flag(line, CountField.AT_LEAST);
      boolean provisional = flag(line, CountField.PROVISIONAL);
      String partner = cell(line, CountField.PARTNER);
      if (!partner.isEmpty() && !COUNTRY.matcher(partner).matches()) {
        refuse(
            line,
            CountField.PARTNER,
            "is no country code",
            "write two capitals such as CN, or nothing for all",
            "không phải mã nước",
            "ghi hai chữ hoa như CN, để trống nếu là tất cả");
      }
      if (refusals.size() > before || indicator == null) {
        return;
      }
      OutcomeCell cell =
          new OutcomeCell(
              unit,
              indicator.code(),
              period.orElseThrow().from(),
              period.orElseThrow().until(),
              Optional.of(partner).filter(code -> !code.isEmpty()));
      Long twin = seen.putIfAbsent(cell, line.number());
      if (twin != null) {
        refuse(
            line,
            CountField.INDICATOR,
            "is counted in row " + twin + " already",
            "keep one of the two rows",
            "đã có ở dòng " + twin,
            "chỉ giữ một dòng");
        return;
      }
      Tally tally = new Tally(value.orElseThrow(), atLeast, OptionalDouble.empty());
      wanted.add(new Wanted(line.number(), new OutcomeCount(cell, tally, provisional)));
    }

    private boolean flag(CountTable.Line line, CountField field) {
      String word = cell(line, field).toLowerCase(java.util.Locale.ROOT);
      if (!YES.contains(word) && !NO.contains(word)) {
        refuse(
            line,
            field,
            "is neither yes nor no",
            "write x or leave it empty",
            "không rõ là có hay không",
            "ghi x hoặc để trống");
      }
      return YES.contains(word);
    }

    private void refuse(
        CountTable.Line line,
        CountField field,
        String reason,
        String remedy,
        String reasonVi,
        String remedyVi) {
      refusals.add(
          new CountRefusal(
              line.number(), field.code(), cell(line, field), reason, remedy, reasonVi, remedyVi));
    }
  }

  /** A whole number as either language writes it. */
  static Optional<Long> number(String text) {
    String digits = GROUPED.matcher(text).matches() ? text.replaceAll("[^0-9]", "") : text;
    if (!PLAIN.matcher(digits).matches()) {
      return Optional.empty();
    }
    return Optional.of(Long.parseLong(digits)).filter(value -> value <= MOST);
  }
}
