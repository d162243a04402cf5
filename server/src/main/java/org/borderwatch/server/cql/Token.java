package org.borderwatch.server.cql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a condition.
 *
 * @param text as it stands; of texts and quoted names what is between the quotes
 * @param at place of its first character, from 1
 */
record Token(Kind kind, String text, int at) {
  enum Kind {
    NAME,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  private static final Pattern NEXT =
      Pattern.compile(
          "\\s*(?:(?<name>[\\p{L}_][\\p{L}\\p{N}_.:-]*)|\"(?<quoted>(?:[^\"]|\"\")*)\""
              + "|'(?<text>(?:[^']|'')*)'|(?<number>[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
              + "|(?<sign><>|<=|>=|[=<>(),]))");

  /** The words of a condition, the last of them its end. */
  static List<Token> all(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher next = NEXT.matcher(text);
    int from = 0;
    int end = text.stripTrailing().length();
    while (from < end) {
      next.region(from, text.length());
      if (!next.lookingAt()) {
        int at = from;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
          at++;
        }
        throw new CqlException(
            at + 1, "can't be read: " + text.substring(at, Math.min(end, at + 10)));
      }
      tokens.add(of(next));
      from = next.end();
    }
    tokens.add(new Token(Kind.END, "", end + 1));
    return tokens;
  }

  private static Token of(Matcher match) {
    if (match.group("name") != null) {
      return new Token(Kind.NAME, match.group("name"), match.start("name") + 1);
    }
    if (match.group("quoted") != null) {
      String name = match.group("quoted").replace("\"\"", "\"");
      return new Token(Kind.QUOTED_NAME, name, match.start("quoted"));
    }
    if (match.group("text") != null) {
      return new Token(Kind.TEXT, match.group("text").replace("''", "'"), match.start("text"));
    }
    if (match.group("number") != null) {
      return new Token(Kind.NUMBER, match.group("number"), match.start("number") + 1);
    }
    return new Token(Kind.SIGN, match.group("sign"), match.start("sign") + 1);
  }

  /** Whether it is this word, in whatever case; quoted names are never words. */
  boolean is(String word) {
    return kind == Kind.NAME && text.toUpperCase(Locale.ROOT).equals(word);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** As it is called in messages. */
  String shown() {
    return switch (kind) {
      case END -> "the end";
      case TEXT -> "'" + text + "'";
      case QUOTED_NAME -> "\"" + text + "\"";
      case NAME, NUMBER, SIGN -> text;
    };
  }
}
