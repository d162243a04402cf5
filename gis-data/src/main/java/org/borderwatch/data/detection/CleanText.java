package org.borderwatch.data.detection;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Text of a field made comparable: trimmed, NFC, null when nothing is left. */
public final class CleanText {
  private CleanText() {}

  /** {@code text} without blanks around it and in NFC; null when it is blank. */
  public static @Nullable String clean(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && blank(text.charAt(from))) {
      from++;
    }
    while (to > from && blank(text.charAt(to - 1))) {
      to--;
    }
    return from == to ? null : composed(text.substring(from, to));
  }

  /** Spreadsheets and phones leave no-break and zero-width spaces that nobody can see. */
  static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u200b' || c == '\ufeff';
  }

  /**
   * Whether {@code c} must not stand in a field: it is invisible, and harmful where it is shown.
   */
  static boolean control(char c) {
    return (c < ' ' && c != '\t')
        || (c >= '\u007f' && c < '\u00a0')
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /** {@code text} fit to be shown: control characters replaced, long text cut. */
  public static String shown(String text, int longest) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), longest));
    for (int i = 0; i < text.length() && i < longest; i++) {
      char c = text.charAt(i);
      shown.append(control(c) ? '\ufffd' : c);
    }
    return text.length() > longest ? shown.append('…').toString() : shown.toString();
  }

  private static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u0080') {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }
}
