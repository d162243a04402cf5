package org.borderwatch.data.route;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name that begins with the code of the route, as our own exports write it: {@code LS-01 Đồng
 * Đăng – Bằng Tường}. A code has a digit, so that a first word in capitals isn't taken for one.
 */
final class CodedName {
  private static final Pattern CODED =
      Pattern.compile("([A-Z0-9-]*[0-9][A-Z0-9-]*)[\\s:·–-]*(.*)", Pattern.DOTALL);

  private CodedName() {}

  /** Puts code and name into the row; false when the text begins with no code. */
  static boolean put(RouteRow row, String text) {
    Matcher coded = CODED.matcher(text.strip());
    if (!coded.matches() || !TraffickingRoute.isCode(coded.group(1))) {
      return false;
    }
    row.put(RouteField.CODE, coded.group(1));
    row.put(RouteField.NAME, coded.group(2));
    return true;
  }
}
