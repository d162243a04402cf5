package org.borderwatch.server.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole months that a report is about.
 *
 * @param first month
 * @param last month, counted too
 */
public record ReportPeriod(YearMonth first, YearMonth last) {
  private static final Pattern YEAR = Pattern.compile("(\\d{4})");
  private static final Pattern HALF = Pattern.compile("(\\d{4})-H([12])");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
  private static final Pattern MONTH = Pattern.compile("(\\d{4}-\\d{2})");
  private static final Pattern MONTHS = Pattern.compile("(\\d{4}-\\d{2})/(\\d{4}-\\d{2})");
  private static final int MOST_MONTHS = 120;
  private static final String[] ROMAN = {"I", "II", "III", "IV"};

  public ReportPeriod {
    if (first.isAfter(last) || first.until(last, ChronoUnit.MONTHS) >= MOST_MONTHS) {
      throw new IllegalArgumentException("a report is about 1 to " + MOST_MONTHS + " months");
    }
  }

  /**
   * Of its name: {@code 2024-H1}, {@code 2024-Q2}, {@code 2024-06}, {@code 2024}, or months {@code
   * 2023-01/2024-06}; empty where it is none.
   */
  public static Optional<ReportPeriod> parse(String name) {
    try {
      Matcher match = YEAR.matcher(name);
      if (match.matches()) {
        return of(match.group(1), 1, 12);
      }
      match = HALF.matcher(name);
      if (match.matches()) {
        return of(match.group(1), Integer.parseInt(match.group(2)) * 6 - 5, 6);
      }
      match = QUARTER.matcher(name);
      if (match.matches()) {
        return of(match.group(1), Integer.parseInt(match.group(2)) * 3 - 2, 3);
      }
      match = MONTH.matcher(name);
      if (match.matches()) {
        YearMonth month = YearMonth.parse(match.group(1));
        return Optional.of(new ReportPeriod(month, month));
      }
      match = MONTHS.matcher(name);
      if (match.matches()) {
        return Optional.of(
            new ReportPeriod(YearMonth.parse(match.group(1)), YearMonth.parse(match.group(2))));
      }
      return Optional.empty();
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<ReportPeriod> of(String year, int month, int months) {
    YearMonth first = YearMonth.of(Integer.parseInt(year), month);
    return Optional.of(new ReportPeriod(first, first.plusMonths(months - 1L)));
  }

  /** The first day. */
  public LocalDate from() {
    return first.atDay(1);
  }

  /** The day after the last. */
  public LocalDate until() {
    return last.plusMonths(1).atDay(1);
  }

  public int months() {
    return (int) first.until(last, ChronoUnit.MONTHS) + 1;
  }

  /** The same months a year earlier; empty where they would overlap these. */
  public Optional<ReportPeriod> samePeriod() {
    return months() <= 12
        ? Optional.of(new ReportPeriod(first.minusYears(1), last.minusYears(1)))
        : Optional.empty();
  }

  /** Its name as {@link #parse} reads it, the shortest. */
  public String name() {
    int year = first.getYear();
    int month = first.getMonthValue();
    return switch (kind()) {
      case YEAR -> Integer.toString(year);
      case HALF -> year + "-H" + (month / 6 + 1);
      case QUARTER -> year + "-Q" + (month / 3 + 1);
      case MONTH -> first.toString();
      case MONTHS -> first + "/" + last;
    };
  }

  /** {@code 6 tháng đầu năm 2024}, {@code quý II/2024}, {@code tháng 6/2024}. */
  public String vietnamese() {
    int year = first.getYear();
    int month = first.getMonthValue();
    return switch (kind()) {
      case YEAR -> "năm " + year;
      case HALF -> (month == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ") + year;
      case QUARTER -> "quý " + ROMAN[month / 3] + "/" + year;
      case MONTH -> "tháng " + month + "/" + year;
      case MONTHS ->
          "từ tháng %d/%d đến tháng %d/%d"
              .formatted(month, year, last.getMonthValue(), last.getYear());
    };
  }

  /** {@code first half of 2024}, {@code second quarter of 2024}, {@code June 2024}. */
  public String english() {
    int year = first.getYear();
    int month = first.getMonthValue();
    return switch (kind()) {
      case YEAR -> Integer.toString(year);
      case HALF -> (month == 1 ? "first half of " : "second half of ") + year;
      case QUARTER -> "Q" + (month / 3 + 1) + " " + year;
      case MONTH -> english(first);
      case MONTHS -> english(first) + " to " + english(last);
    };
  }

  /** What the same period is called beside it: {@code cùng kỳ năm 2023}. */
  public Optional<String> samePeriodVietnamese() {
    return samePeriod().map(before -> "cùng kỳ năm " + before.first().getYear());
  }

  private static String english(YearMonth month) {
    String name = month.getMonth().name();
    return name.charAt(0)
        + name.substring(1).toLowerCase(java.util.Locale.ROOT)
        + " "
        + month.getYear();
  }

  private enum Kind {
    YEAR,
    HALF,
    QUARTER,
    MONTH,
    MONTHS
  }

  private Kind kind() {
    int month = first.getMonthValue();
    return switch (months()) {
      case 1 -> Kind.MONTH;
      case 3 -> month % 3 == 1 ? Kind.QUARTER : Kind.MONTHS;
      case 6 -> month % 6 == 1 ? Kind.HALF : Kind.MONTHS;
      case 12 -> month == 1 ? Kind.YEAR : Kind.MONTHS;
      default -> Kind.MONTHS;
    };
  }
}
