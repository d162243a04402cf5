package org.borderwatch.server.process;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.borderwatch.server.http.ApiException.BadParameter;

/** The parameter {@code limit}: how many at most. */
final class Limit {
  private static final int USUAL = 100;
  private static final int MOST = 10_000;
  private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,8}");

  private Limit() {}

  /** What is asked for, lowered to 10,000; 100 when nothing is. */
  static int of(Context ctx) {
    String text = ctx.queryParam("limit");
    if (text == null || text.isBlank()) {
      return USUAL;
    }
    if (!WHOLE.matcher(text.strip()).matches()) {
      throw new BadParameter("limit", "limit is " + text + "; expected a whole number from 1");
    }
    return Math.min(MOST, Integer.parseInt(text.strip()));
  }
}
