package org.borderwatch.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The known word that somebody probably meant: equal but for case, diacritics and blanks, or a few
 * letters away (Damerau-Levenshtein, optimal string alignment). O(words x letters²): for refusals
 * only.
 */
public final class LikelyWord {
  private static final int LONGEST = 64;

  private final Map<String, String> codeByPlainName = new LinkedHashMap<>();

  /** Words by the names, aliases among them, under which they are looked for. */
  public LikelyWord(Map<String, String> codeByName) {
    codeByName.forEach((name, code) -> codeByPlainName.putIfAbsent(PlainName.of(name), code));
  }

  /**
   * The one of {@code words} that is nearest to {@code text}, when it is near enough to be meant.
   */
  public static Optional<String> among(Collection<String> words, String text) {
    Map<String, String> codes = new LinkedHashMap<>();
    words.forEach(word -> codes.put(word, word));
    return new LikelyWord(codes).find(text);
  }

  /** The nearest word, when it is near enough to be meant. */
  public Optional<String> find(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String sought = PlainName.of(text);
    String exact = codeByPlainName.get(sought);
    return exact != null ? Optional.of(exact) : nearest(sought);
  }

  private Optional<String> nearest(String sought) {
    int best = Math.max(1, Math.min(3, sought.length() / 3)) + 1;
    String code = null;
    for (Map.Entry<String, String> known : codeByPlainName.entrySet()) {
      int distance = distance(sought, known.getKey());
      if (distance < best) {
        best = distance;
        code = known.getValue();
      }
    }
    return Optional.ofNullable(code);
  }

  private static int distance(String a, String b) {
    int[] twoAgo = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(previous[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], twoAgo[j - 2] + 1);
        }
      }
      int[] oldest = twoAgo;
      twoAgo = previous;
      previous = row;
      row = oldest;
    }
    return previous[b.length()];
  }
}
