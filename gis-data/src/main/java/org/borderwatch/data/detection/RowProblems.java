package org.borderwatch.data.detection;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is found wrong with one row while it is read. */
final class RowProblems {
  private static final int LONGEST_TEXT = 200;

  private final DetectionRow row;
  private final Consumer<Refusal> refusals;
  private int count;

  RowProblems(DetectionRow row, Consumer<Refusal> refusals) {
    this.row = row;
    this.refusals = refusals;
  }

  boolean any() {
    return count > 0;
  }

  /** How many were found until now. */
  int count() {
    return count;
  }

  /** The text of a field that is fit to be read; null when left out or refused here. */
  @Nullable String text(DetectionField field) {
    String text = row.text(field);
    if (text != null && text.length() > LONGEST_TEXT) {
      refuse(field, RefusalReason.FIELD_TOO_LONG, String.valueOf(LONGEST_TEXT));
      return null;
    }
    for (int i = 0; text != null && i < text.length(); i++) {
      if (CleanText.control(text.charAt(i))) {
        refuse(field, RefusalReason.CONTROL_CHARACTER);
        return null;
      }
    }
    return text;
  }

  /** Refuses the row for what stands in {@code field}. */
  void refuse(DetectionField field, RefusalReason why, String... arguments) {
    String value = row.text(field);
    report(Refusal.of(row.line(), field.code(), value == null ? "" : value, why, arguments));
  }

  void report(Refusal refusal) {
    count++;
    refusals.accept(refusal);
  }
}
