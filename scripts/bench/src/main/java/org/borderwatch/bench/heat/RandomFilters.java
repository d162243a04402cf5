package org.borderwatch.bench.heat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;

/** Draws filters of every kind of condition, up to four at a time. Not for several threads. */
final class RandomFilters {
  private static final LocalDate FIRST_DAY = LocalDate.of(2021, 11, 1);
  private static final int DAYS = 1_000;

  /** The province with its surroundings, in degrees; and its kilometres of the border. */
  private static final double WEST = 106.0;

  private static final double EAST = 107.4;
  private static final double SOUTH = 21.3;
  private static final double NORTH = 22.4;
  private static final double FROM_KM = 1_000;
  private static final double TO_KM = 1_300;

  private static final List<String> CONDITIONS =
      List.of(
          "bbox",
          "datetime",
          "direction",
          "setting",
          "source",
          "outcome",
          "station",
          "indicators",
          "persons",
          "borderKm");

  private final Draw draw;

  RandomFilters(Draw draw) {
    this.draw = draw;
  }

  FilterText next() {
    FilterText filter = FilterText.NONE;
    for (String name : draw.some(CONDITIONS, draw.below(5))) {
      filter = filter.with(name, text(name));
    }
    return filter;
  }

  private String text(String condition) {
    return switch (condition) {
      case "bbox" -> bbox();
      case "datetime" -> period();
      case "direction" -> draw.oneOrTwo(Direction.class);
      case "setting" -> draw.oneOrTwo(Setting.class);
      case "source" -> draw.oneOrTwo(Source.class);
      case "outcome" -> draw.oneOrTwo(Outcome.class);
      case "indicators" -> draw.oneOrTwo(Indicator.class);
      case "persons" -> draw.oneOf(List.of("1", "2/10", "5/..", "../3", "7/300"));
      case "borderKm" -> kilometres();
      default -> String.format(Locale.ROOT, "LS-%02d,LS-%02d", stationNo(), stationNo());
    };
  }

  private int stationNo() {
    return 1 + draw.below(11);
  }

  private String bbox() {
    double west = draw.between(WEST, EAST);
    double south = draw.between(SOUTH, NORTH);
    double size = Math.pow(10, draw.between(-2.5, 0.3));
    return String.format(
        Locale.ROOT, "%.7f,%.7f,%.7f,%.7f", west, south, west + size, south + size);
  }

  private String kilometres() {
    double from = draw.between(FROM_KM, TO_KM);
    return String.format(Locale.ROOT, "%.6f/%.6f", from, from + draw.between(0.001, 100));
  }

  private String period() {
    LocalDate first = FIRST_DAY.plusDays(draw.below(DAYS));
    LocalDate last = first.plusDays(draw.below(400));
    return switch (draw.below(4)) {
      case 0 -> first + "/..";
      case 1 -> "../" + first;
      case 2 ->
          String.format(
              Locale.ROOT,
              "%sT%02d:%02d:%02d+07:00/%sT23:59:30+07:00",
              first,
              draw.below(24),
              draw.below(60),
              draw.below(60),
              last);
      default -> first + "/" + last;
    };
  }
}
