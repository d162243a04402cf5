package org.borderwatch.server.detection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.DetectionFilter.Period;
import org.borderwatch.server.detection.DetectionFilter.Range;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/** Reads a {@link DetectionFilter} from the query of a URL. */
public final class DetectionFilterQuery {
  /** Days, months and the days of a bare date are those of Viet Nam. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** What a filter may ask. */
  public static final QueryParameters PARAMETERS =
      QueryParameters.of(
          "bbox",
          "datetime",
          "direction",
          "setting",
          "source",
          "outcome",
          "station",
          "indicators",
          "persons",
          "borderWith",
          "borderKm",
          "synthetic");

  private static final int MAX_STATIONS = 500;

  /** RFC 3339 has years of four digits. */
  private static final int LAST_YEAR = 9999;

  /** Java would also take hexadecimal and a letter for the type. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,3})?");

  private DetectionFilterQuery() {}

  /**
   * The filter in {@code query}, a function from a parameter's name to its text or null.
   *
   * @throws BadParameter naming the parameter and what is expected
   */
  public static DetectionFilter parse(Function<String, @Nullable String> query) {
    return new DetectionFilter(
        optional(query, "bbox").map(DetectionFilterQuery::bbox),
        optional(query, "datetime").map(DetectionFilterQuery::period).orElse(Period.ALWAYS),
        words(query, "direction", Direction.class),
        words(query, "setting", Setting.class),
        words(query, "source", Source.class),
        words(query, "outcome", Outcome.class),
        optional(query, "station").map(DetectionFilterQuery::stations).orElse(List.of()),
        words(query, "indicators", Indicator.class),
        optional(query, "persons").map(text -> range("persons", text)),
        words(query, "borderWith", Neighbour.class),
        optional(query, "borderKm").map(text -> range("borderKm", text)),
        optional(query, "synthetic").map(text -> truth("synthetic", text)),
        Optional.empty());
  }

  private static Optional<String> optional(Function<String, @Nullable String> query, String name) {
    return Optional.ofNullable(query.apply(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  private static LonLatBox bbox(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4 && parts.length != 6) {
      throw new BadParameter(
          "bbox",
          "bbox has %d numbers; expected minLon,minLat,maxLon,maxLat in degrees (OGC:CRS84)"
              .formatted(parts.length));
    }
    double[] edges = Arrays.stream(parts).mapToDouble(part -> number("bbox", part)).toArray();
    // Of six numbers the third and the last are heights, which no position here has.
    int max = parts.length / 2;
    try {
      return new LonLatBox(edges[0], edges[1], edges[max], edges[max + 1]);
    } catch (IllegalArgumentException e) {
      throw new BadParameter(
          "bbox", "bbox " + e.getMessage() + "; expected minLon,minLat,maxLon,maxLat in degrees");
    }
  }

  /**
   * A closed interval as OGC has it; stored times are whole seconds, so it ends before the next
   * one.
   */
  static Period period(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length > 2) {
      throw badTime(text);
    }
    String first = ends[0].strip();
    String last = ends.length == 2 ? ends[1].strip() : first;
    Optional<Instant> from = isOpen(first) ? Optional.empty() : Optional.of(start(first));
    Optional<Instant> until = isOpen(last) ? Optional.empty() : Optional.of(after(last));
    if (ends.length == 1 && isOpen(first)) {
      throw badTime(text);
    }
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw new BadParameter("datetime", "datetime ends before it begins: " + text);
    }
    return new Period(from, until);
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static Instant start(String text) {
    return text.length() == 10 ? date(text).atStartOfDay(ZONE).toInstant() : time(text);
  }

  private static Instant after(String text) {
    return text.length() == 10
        ? date(text).plusDays(1).atStartOfDay(ZONE).toInstant()
        : time(text).truncatedTo(java.time.temporal.ChronoUnit.SECONDS).plusSeconds(1);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw badTime(text);
    }
  }

  private static Instant time(String text) {
    try {
      // A plus sign that was not percent-encoded arrives as a space.
      OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+'));
      if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
        throw badTime(text);
      }
      return time.toInstant();
    } catch (DateTimeParseException e) {
      throw badTime(text);
    }
  }

  private static BadParameter badTime(String text) {
    return new BadParameter(
        "datetime",
        "datetime is "
            + text
            + "; expected a date (2024-06-30), a time with offset (2024-06-30T21:10:00+07:00),"
            + " or two of them with / between, .. for an open end");
  }

  static Range range(String name, String text) {
    int dots = text.indexOf("..");
    String[] ends = text.split("/", -1);
    if (ends.length > 2) {
      throw badRange(name, text);
    }
    if (ends.length == 1 && dots > 0 && dots + 2 == text.length()) {
      return new Range(number(name, text.substring(0, dots)), Double.POSITIVE_INFINITY);
    }
    if (ends.length == 1) {
      double value = number(name, text);
      return new Range(value, value);
    }
    double min = isOpen(ends[0].strip()) ? Double.NEGATIVE_INFINITY : number(name, ends[0]);
    double max = isOpen(ends[1].strip()) ? Double.POSITIVE_INFINITY : number(name, ends[1]);
    try {
      return new Range(min, max);
    } catch (IllegalArgumentException e) {
      throw badRange(name, text);
    }
  }

  private static BadParameter badRange(String name, String text) {
    return new BadParameter(
        name, name + " is " + text + "; expected a number, 2/10, or 5/.. for an open end");
  }

  private static double number(String name, String text) {
    if (NUMBER.matcher(text.strip()).matches()) {
      double value = Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    }
    throw new BadParameter(name, name + " holds \"" + text + "\", which is not a number");
  }

  private static boolean truth(String name, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadParameter(name, name + " is " + text + "; expected true or false");
    };
  }

  private static List<String> stations(String text) {
    List<String> codes = Arrays.stream(text.split(",", -1)).map(String::strip).distinct().toList();
    if (codes.contains("") || text.indexOf(0) >= 0) {
      throw new BadParameter("station", "station is " + text + "; expected codes of stations");
    }
    if (codes.size() > MAX_STATIONS) {
      throw new BadParameter("station", "station names more than " + MAX_STATIONS + " stations");
    }
    return codes;
  }

  private static <E extends Enum<E> & Word> Set<E> words(
      Function<String, @Nullable String> query, String name, Class<E> type) {
    Set<E> chosen = new TreeSet<>();
    for (String code :
        optional(query, name).map(text -> text.split(",", -1)).orElse(new String[0])) {
      chosen.add(
          Word.byCode(type, code.strip()).orElseThrow(() -> unknownWord(name, code.strip(), type)));
    }
    return chosen;
  }

  private static <E extends Enum<E> & Word> BadParameter unknownWord(
      String name, String code, Class<E> type) {
    Set<String> known = Word.codes(type).keySet();
    return new BadParameter(
        name,
        name
            + " knows no \""
            + code
            + "\"; "
            + LikelyWord.among(known, code)
                .map(near -> "is " + near + " meant?")
                .orElse("known are " + String.join(", ", known)));
  }
}
