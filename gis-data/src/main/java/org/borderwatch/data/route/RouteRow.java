package org.borderwatch.data.route;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.borderwatch.data.Word;
import org.borderwatch.data.detection.CleanText;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.RefusalReason;
import org.jspecify.annotations.Nullable;

/** A route as it stands in a file or a form, while it is read. Not for several threads. */
public final class RouteRow {
  private static final int LONGEST_TEXT = 40_000;
  private static final int LONGEST_NAME_SHOWN = 40;

  private final long line;
  private final Map<RouteField, String> texts = new EnumMap<>(RouteField.class);
  private final List<List<double[]>> lines = new ArrayList<>();
  private int positions;
  private int leftOut;
  private @Nullable Refusal broken;

  /** Number of the route in its file, from 1. */
  public RouteRow(long line) {
    this.line = line;
  }

  public long line() {
    return line;
  }

  @Nullable String text(RouteField field) {
    return texts.get(field);
  }

  /** Takes a property by its name; one that isn't known makes the row refused. */
  public void property(String name, @Nullable String text) {
    Optional<RouteField> field = Word.byCode(RouteField.class, name);
    if (field.isPresent()) {
      put(field.get(), text);
    } else if (!RouteField.isPassedOver(name)) {
      refuse(
          CleanText.shown(name, LONGEST_NAME_SHOWN),
          RefusalReason.UNKNOWN_PROPERTY,
          RouteField.known());
    }
  }

  /** Takes a property; blank is nothing. */
  public void put(RouteField field, @Nullable String text) {
    String clean = text == null ? null : CleanText.clean(text);
    if (clean == null) {
      return;
    }
    if (clean.length() > LONGEST_TEXT) {
      refuse(field.code(), RefusalReason.FIELD_TOO_LONG, String.valueOf(LONGEST_TEXT));
    } else {
      texts.put(field, clean);
    }
  }

  /** Begins a line. */
  public void beginLine() {
    lines.add(new ArrayList<>());
  }

  /** Adds a position to the last line, east and north; beyond the limit it is only counted. */
  public void position(double x, double y) {
    if (lines.isEmpty()) {
      beginLine();
    }
    if (++positions <= TraffickingRoute.MOST_POSITIONS) {
      lines.get(lines.size() - 1).add(new double[] {x, y});
    }
  }

  /** Counts a text that is passed over because it may tell of people, such as a description. */
  void leaveOut() {
    leftOut++;
  }

  /** How many texts were passed over. */
  public int leftOut() {
    return leftOut;
  }

  int positions() {
    return positions;
  }

  List<List<double[]>> lines() {
    return lines;
  }

  /** Turns its positions into degrees. */
  public void transform(UnaryOperator<List<double[]>> toDegrees) {
    lines.replaceAll(toDegrees);
  }

  /** Remembers the first thing that is wrong. */
  public void refuse(String field, RefusalReason why, String... arguments) {
    if (broken == null) {
      broken = new Refusal(line, field, "", why, List.of(arguments));
    }
  }

  @Nullable Refusal broken() {
    return broken;
  }

  /** The row for the file of refused rows: never a position, and no text that names no place. */
  public List<String> cells() {
    List<String> cells = new ArrayList<>();
    for (RouteField field : RouteField.values()) {
      String text = texts.getOrDefault(field, "");
      boolean open =
          field == RouteField.NAME
              || field == RouteField.ORIGIN
              || field == RouteField.TRANSIT
              || field == RouteField.DESTINATION;
      boolean shown = !open || PlaceText.isPlace(text.replace(';', ','));
      cells.add(shown ? text : "");
    }
    return cells;
  }
}
