package org.borderwatch.data;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known word that is most like an unknown one, to be offered as a remedy. */
public final class NearestWord {
  private NearestWord() {}

  /**
   * The word of {@code known} with the smallest edit distance (Levenshtein 1966) to {@code word},
   * ignoring case; empty when even that one differs in more than two fifths of its letters. O(n m)
   * for each known word.
   */
  public static Optional<String> to(String word, Collection<String> known) {
    String asked = word.toLowerCase(Locale.ROOT);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = editDistance(asked, candidate.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return best != null && bestDistance <= Math.max(1, best.length() * 2 / 5)
        ? Optional.of(best)
        : Optional.empty();
  }

  static int editDistance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
