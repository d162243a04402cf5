package org.borderwatch.server.report;

import java.util.Locale;
import java.util.Optional;

/** Counts and changes as reports of the border guard write them, and in English. */
public final class ReportWords {
  private ReportWords() {}

  /** Two figures below ten, dots between thousands: {@code 05}, {@code 18.500}. */
  public static String vietnamese(long count) {
    String text = String.format(Locale.ROOT, "%,d", Math.abs(count)).replace(',', '.');
    return (count < 0 ? "-" : "") + (text.length() == 1 ? "0" + text : text);
  }

  /** {@code 18,500}. */
  public static String english(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** The count of a period with what is counted: {@code trên 18.500 trường hợp}, {@code 05 vụ}. */
  public static String vietnamese(Tally tally, String unit) {
    return (tally.atLeast() ? "trên " : "") + vietnamese(tally.value()) + " " + unit;
  }

  public static String english(Tally tally, String unit) {
    return (tally.atLeast() ? "over " : "") + english(tally.value()) + " " + unit;
  }

  /**
   * The change in the words of the Vietnamese form, such as {@code giảm 01 vụ (05/06 vụ) so với
   * cùng kỳ năm 2016}.
   *
   * @param unit what is counted: {@code vụ}
   * @param samePeriod {@code cùng kỳ năm 2016}
   */
  public static String vietnamese(CountComparison line, String unit, Optional<String> samePeriod) {
    return switch (line.reading()) {
      case NOT_REPORTED -> "chưa có số liệu";
      case NO_SAME_PERIOD -> "chưa có số cùng kỳ";
      case SAME -> "bằng " + samePeriod.orElse("cùng kỳ") + " " + pair(line, unit, true);
      default -> {
        long difference = line.difference().orElseThrow();
        yield "%s %s %s %s so với %s%s"
            .formatted(
                difference < 0 ? "giảm" : "tăng",
                vietnamese(Math.abs(difference)),
                unit,
                pair(line, unit, true),
                samePeriod.orElse("cùng kỳ"),
                line.reading() == CountComparison.Reading.NO_EVIDENCE
                    ? " (chưa đủ căn cứ kết luận là thay đổi)"
                    : "");
      }
    };
  }

  /** The same in English: {@code down 1 (5 against 6 cases)}. */
  public static String english(CountComparison line, String unit) {
    return switch (line.reading()) {
      case NOT_REPORTED -> "not reported";
      case NO_SAME_PERIOD -> "no figure for the same period";
      case SAME -> "the same " + pair(line, unit, false);
      default -> {
        long difference = line.difference().orElseThrow();
        yield "%s %s %s%s"
            .formatted(
                difference < 0 ? "down" : "up",
                english(Math.abs(difference)),
                pair(line, unit, false),
                line.reading() == CountComparison.Reading.NO_EVIDENCE
                    ? ", no evidence of change"
                    : "");
      }
    };
  }

  private static String pair(CountComparison line, String unit, boolean inVietnamese) {
    long now = line.current().orElseThrow().value();
    long then = line.previous().orElseThrow().value();
    return inVietnamese
        ? "(%s/%s %s)".formatted(vietnamese(now), vietnamese(then), unit)
        : "(%s against %s %s)".formatted(english(now), english(then), unit);
  }
}
