package org.borderwatch.data.detection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file as it came: texts by field, or the reason why it could not even be taken apart.
 *
 * <p>The number is that of the line in CSV, of the feature in GeoJSON and of the waypoint in GPX,
 * from 1. Texts are trimmed, NFC and never empty: what was left out is null.
 */
public final class DetectionRow {
  private static final int FIELDS = DetectionField.values().length;

  private final long line;
  private final @Nullable String[] texts;
  private final List<String> asItStood;
  private final @Nullable Refusal broken;

  private DetectionRow(
      long line, @Nullable String[] texts, List<String> asItStood, @Nullable Refusal broken) {
    this.line = line;
    this.texts = texts;
    this.asItStood = asItStood;
    this.broken = broken;
  }

  /** A row that was taken apart; {@code texts} is indexed by the ordinal of the field. */
  static DetectionRow of(long line, @Nullable String[] texts) {
    return new DetectionRow(line, texts, List.of(), null);
  }

  /** A row from a form: the texts by field. */
  public static DetectionRow of(long line, Map<DetectionField, String> texts) {
    @Nullable String[] values = new String[FIELDS];
    texts.forEach((field, text) -> values[field.ordinal()] = CleanText.clean(text));
    return of(line, values);
  }

  /** A row that could not be taken apart; {@code asItStood} is what is shown of it. */
  static DetectionRow broken(Refusal refusal, List<String> asItStood) {
    return new DetectionRow(refusal.line(), new String[FIELDS], asItStood, refusal);
  }

  public long line() {
    return line;
  }

  /** The text of {@code field}, or null when it was left out. */
  public @Nullable String text(DetectionField field) {
    return texts[field.ordinal()];
  }

  /** Why the row could not be taken apart, or null when it could. */
  public @Nullable Refusal broken() {
    return broken;
  }

  /** The texts in the order of {@link DetectionField}, or what stood in the file when broken. */
  public List<String> asWritten() {
    if (broken != null) {
      return asItStood;
    }
    return Arrays.stream(texts).map(text -> text == null ? "" : text).toList();
  }
}
