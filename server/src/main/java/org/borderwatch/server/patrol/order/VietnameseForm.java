package org.borderwatch.server.patrol.order;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.patrol.area.PatrolArea;

/** Numbers, days and stretches as they are written in Viet Nam. */
final class VietnameseForm {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final String[] WEEKDAYS = {
    "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"
  };
  private static final String[] SHORT_WEEKDAYS = {"T2", "T3", "T4", "T5", "T6", "T7", "CN"};

  private VietnameseForm() {}

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String weekday(LocalDate day) {
    return WEEKDAYS[day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue()];
  }

  static String shortWeekday(LocalDate day) {
    return SHORT_WEEKDAYS[day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue()];
  }

  /** {@code 18:35} on the clock of Ho Chi Minh City. */
  static String time(Instant at) {
    return TIME.format(at.atZone(ZONE));
  }

  static LocalDate dayOf(Instant at) {
    return at.atZone(ZONE).toLocalDate();
  }

  static String dayAndTime(Instant at) {
    return time(at) + " " + day(dayOf(at));
  }

  /** {@code 1.219,5}: a dot between thousands, a comma before decimals. */
  static String number(double value, int decimals) {
    String plain = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    return plain.replace(',', ' ').replace('.', ',').replace(' ', '.');
  }

  /** Decimals only below a hundred, as persons are expected and not counted. */
  static String persons(double value) {
    return number(value, value < 100 ? 1 : 0);
  }

  /** {@code Km 1219+000 – 1221+500}. */
  static String stretch(PatrolArea area) {
    return "Km " + chainage(area.fromKm()) + " – " + chainage(area.untilKm());
  }

  private static String chainage(double km) {
    long metres = Math.round(km * 1000);
    return metres / 1000 + "+" + String.format(Locale.ROOT, "%03d", metres % 1000);
  }

  static String border(Neighbour with) {
    return switch (with) {
      case CN -> "Việt – Trung";
      case LA -> "Việt – Lào";
      case KH -> "Việt – Campuchia";
    };
  }

  /** {@code 21,83971° B, 107,00185° Đ}, to about a metre. */
  static String position(double lon, double lat) {
    return "%s° B, %s° Đ".formatted(number(lat, 5), number(lon, 5));
  }
}
