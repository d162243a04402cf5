package org.borderwatch.data.detection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as ISO 8601 with an offset: {@code 2024-06-30T21:10:00+07:00}. Seconds may be left out,
 * fractions are cut, a blank may stand for the T.
 *
 * <p>What is refused is refused with the text that would have been right, as far as it can be
 * known.
 */
public final class TimeText {
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})"
              + "(?:[ T,]+([0-9]{1,2})[:h]([0-9]{2})(?::([0-9]{2}))?)?");
  private static final Pattern DAYS_OF_EXCEL = Pattern.compile("[0-9]{5}([.,][0-9]+)?");
  private static final int LARGEST_OFFSET_MINUTES = 14 * 60;

  private TimeText() {}

  /** A time, or the reason why the text is none with what its sentence names. */
  public sealed interface Reading permits Read, Refused {}

  public record Read(Instant instant) implements Reading {}

  public record Refused(RefusalReason why, String argument) implements Reading {}

  public static Reading parse(String text) {
    int length = text.length();
    if (length < 10 || !dateShape(text)) {
      return otherForm(text);
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 2);
    int day = digits(text, 8, 2);
    if (month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return new Refused(RefusalReason.IMPOSSIBLE_DATE, text.substring(0, 10));
    }
    if (length == 10) {
      return new Refused(RefusalReason.DATE_ONLY, text + "T21:10:00+07:00");
    }
    if (length < 16 || "Tt ".indexOf(text.charAt(10)) < 0 || text.charAt(13) != ':') {
      return new Refused(RefusalReason.BAD_TIME, "");
    }
    return timeOfDay(text, LocalDate.of(year, month, day).toEpochDay());
  }

  private static Reading timeOfDay(String text, long epochDay) {
    int hour = digits(text, 11, 2);
    int minute = digits(text, 14, 2);
    int second = 0;
    int at = 16;
    if (at < text.length() && text.charAt(at) == ':') {
      second = digits(text, at + 1, 2);
      at = afterFraction(text, at + 3);
    }
    if (hour < 0 || minute < 0 || second < 0 || at < 0) {
      return new Refused(RefusalReason.BAD_TIME, "");
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return new Refused(RefusalReason.IMPOSSIBLE_TIME, text.substring(11, Math.min(19, at)));
    }
    return offset(text, at, epochDay * 86_400 + hour * 3600L + minute * 60L + second);
  }

  private static Reading offset(String text, int at, long localSeconds) {
    int length = text.length();
    if (at == length) {
      return new Refused(RefusalReason.NO_OFFSET, text.replace(' ', 'T') + "+07:00");
    }
    char sign = text.charAt(at);
    if ((sign == 'Z' || sign == 'z') && length == at + 1) {
      return new Read(Instant.ofEpochSecond(localSeconds));
    }
    int hours = digits(text, at + 1, 2);
    int minutesAt = at + 3 < length && text.charAt(at + 3) == ':' ? at + 4 : at + 3;
    int minutes = length == at + 3 ? 0 : digits(text, minutesAt, 2);
    boolean ends = length == at + 3 || length == minutesAt + 2;
    if ((sign != '+' && sign != '-') || hours < 0 || minutes < 0 || !ends) {
      return new Refused(RefusalReason.BAD_TIME, "");
    }
    int offset = hours * 60 + minutes;
    if (minutes > 59 || offset > LARGEST_OFFSET_MINUTES) {
      return new Refused(RefusalReason.BAD_OFFSET, text.substring(at));
    }
    return new Read(Instant.ofEpochSecond(localSeconds - (sign == '-' ? -60L : 60L) * offset));
  }

  private static Reading otherForm(String text) {
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) {
      return dayFirst(dayFirst);
    }
    return DAYS_OF_EXCEL.matcher(text).matches()
        ? new Refused(RefusalReason.EXCEL_NUMBER, "")
        : new Refused(RefusalReason.BAD_TIME, "");
  }

  private static Reading dayFirst(Matcher parts) {
    int day = Integer.parseInt(parts.group(1));
    int month = Integer.parseInt(parts.group(2));
    int year = Integer.parseInt(parts.group(3));
    boolean exists =
        month >= 1 && month <= 12 && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth();
    if (!exists) {
      return new Refused(
          RefusalReason.IMPOSSIBLE_DATE, String.format("%02d/%02d/%04d", day, month, year));
    }
    int hour = parts.group(4) == null ? 21 : Integer.parseInt(parts.group(4));
    String minute = parts.group(5) == null ? "10" : parts.group(5);
    String second = parts.group(6) == null ? "00" : parts.group(6);
    if (hour > 23 || Integer.parseInt(minute) > 59 || Integer.parseInt(second) > 59) {
      return new Refused(
          RefusalReason.IMPOSSIBLE_TIME, String.format("%02d:%s:%s", hour, minute, second));
    }
    return new Refused(
        RefusalReason.OTHER_TIME_FORM,
        String.format("%04d-%02d-%02dT%02d:%s:%s+07:00", year, month, day, hour, minute, second));
  }

  private static boolean dateShape(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && digits(text, 0, 4) >= 0
        && digits(text, 5, 2) >= 0
        && digits(text, 8, 2) >= 0;
  }

  /** Where a fraction of a second that begins at {@code at} ends; -1 when it has no digit. */
  private static int afterFraction(String text, int at) {
    if (at >= text.length() || (text.charAt(at) != '.' && text.charAt(at) != ',')) {
      return Math.min(at, text.length());
    }
    int end = at + 1;
    while (digits(text, end, 1) >= 0) {
      end++;
    }
    return end == at + 1 ? -1 : end;
  }

  /** The number of {@code count} ASCII digits from {@code at}, or -1 when they are not there. */
  private static int digits(String text, int at, int count) {
    if (at + count > text.length()) {
      return -1;
    }
    int number = 0;
    for (int i = at; i < at + count; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
