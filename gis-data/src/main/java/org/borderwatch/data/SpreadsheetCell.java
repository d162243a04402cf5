package org.borderwatch.data;

import java.util.regex.Pattern;

/** Texts of others in a CSV file, which somebody will open in a spreadsheet. */
public final class SpreadsheetCell {
  /** Signs of a formula, also wide ones, and what spreadsheets skip before them. */
  private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

  private SpreadsheetCell() {}

  /** {@code text}, after an apostrophe where a spreadsheet would run it; a number stays one. */
  public static String harmless(String text) {
    boolean formula = !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0;
    return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }
}
