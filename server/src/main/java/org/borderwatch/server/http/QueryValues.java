package org.borderwatch.server.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalDouble;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.Word;
import org.borderwatch.server.http.ApiException.BadParameter;

/** Numbers and words out of a query, with an error that says what is expected. */
public final class QueryValues {
  private QueryValues() {}

  /** The number called {@code name}, if there; refused outside {@code min} to {@code max}. */
  public static OptionalDouble number(Context ctx, String name, double min, double max) {
    String text = ctx.queryParam(name);
    if (text == null || text.isBlank()) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text.strip());
      if (value >= min && value <= max) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new BadParameter(
        name,
        "%s is %s; expected a number from %s to %s".formatted(name, text, plain(min), plain(max)));
  }

  /** The word called {@code name}, if there. */
  public static <E extends Enum<E> & Word> Optional<E> word(
      Context ctx, String name, Class<E> type) {
    String text = ctx.queryParam(name);
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        Word.byCode(type, text.strip())
            .orElseThrow(
                () ->
                    new BadParameter(
                        name,
                        name
                            + " is "
                            + text
                            + "; "
                            + LikelyWord.among(Word.codes(type).keySet(), text)
                                .map(near -> "is " + near + " meant?")
                                .orElse(
                                    "expected one of "
                                        + String.join(", ", Word.codes(type).keySet())))));
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
