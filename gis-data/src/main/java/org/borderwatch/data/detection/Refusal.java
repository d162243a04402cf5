package org.borderwatch.data.detection;

import java.util.List;

/**
 * Why one row is not stored: what stood where, why it cannot be, and how to mend it.
 *
 * @param line line in CSV, number of the feature in GeoJSON or of the waypoint in GPX, from 1
 * @param field the column, or empty when the whole row is meant
 * @param value what stood there, fit to be shown
 * @param why the kind of refusal
 * @param arguments what the sentences of {@code why} name
 */
public record Refusal(
    long line, String field, String value, RefusalReason why, List<String> arguments) {
  private static final int LONGEST_SHOWN = 80;

  public Refusal {
    value = CleanText.shown(value, LONGEST_SHOWN);
    arguments = List.copyOf(arguments);
  }

  static Refusal of(long line, String field, String value, RefusalReason why, String... arguments) {
    return new Refusal(line, field, value, why, List.of(arguments));
  }

  /** Why, in English. */
  public String reason() {
    return why.wording().with(shown()).reason();
  }

  /** How to mend it, in English. */
  public String remedy() {
    return why.wording().with(shown()).remedy();
  }

  /** Why, in Vietnamese. */
  public String reasonVi() {
    return why.wording().with(shown()).reasonVi();
  }

  /** How to mend it, in Vietnamese. */
  public String remedyVi() {
    return why.wording().with(shown()).remedyVi();
  }

  private List<String> shown() {
    return arguments.stream().map(a -> CleanText.shown(a, 3 * LONGEST_SHOWN)).toList();
  }
}
