package org.borderwatch.server.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts that come again and again, each kept once. 0 is none. */
final class WordList {
  private final List<@Nullable String> words = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  WordList() {
    words.add(null);
  }

  int number(@Nullable String word) {
    if (word == null) {
      return 0;
    }
    Integer known = numbers.get(word);
    if (known != null) {
      return known;
    }
    words.add(word);
    numbers.put(word, words.size() - 1);
    return words.size() - 1;
  }

  @Nullable String get(int number) {
    return words.get(number);
  }

  /** No more words will come. */
  void trim() {
    numbers.clear();
  }
}
