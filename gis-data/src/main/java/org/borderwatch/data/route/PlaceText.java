package org.borderwatch.data.route;

import java.util.regex.Pattern;

/**
 * Text that can only name places: letters, marks, digits, spaces and {@code . , ' ( ) / - – →}. No
 * sentence of prose fits into its length, and no number that a person has: at most five digits
 * stand in a row.
 */
public final class PlaceText {
  /** Longest name of a route, in characters. */
  public static final int LONGEST_NAME = 120;

  /** Longest name of one place, in characters. */
  public static final int LONGEST_PLACE = 80;

  private static final Pattern SIGNS =
      Pattern.compile("(?=.*\\p{L})[\\p{L}\\p{M}\\p{Nd} .,'’()/\\-\u2013\u2192]+");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}([ .\\-]?\\p{Nd}){5}");

  private PlaceText() {}

  /** Whether {@code text} holds only what names of places hold, whatever its length. */
  public static boolean isPlace(String text) {
    return SIGNS.matcher(text).matches() && !LONG_NUMBER.matcher(text).find();
  }
}
